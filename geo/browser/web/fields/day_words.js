/** A day in words, for every field of the document. */

import { daysIn } from "../search/days.js";
import { words } from "./day_field.js";

/** Let every field read a day in words, also one that stands there already. */
export function readDays() {
  words.daysIn = daysIn;
}
