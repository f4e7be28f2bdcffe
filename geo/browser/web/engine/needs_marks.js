/** What of a view can be shown before the record's marks are there. */

import { FILTER_KEYS } from "./constants.js";

/**
 * Whether a view tells more of the events than how many there are a day.
 * @param {{[key: string]: unknown}} view
 */
export const needsMarks = ({ event, layer, reference, ...view }) =>
  Boolean(event || reference || (layer ?? "control") !== "control" || FILTER_KEYS.some((key) => view[key]));
