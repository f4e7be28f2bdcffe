/** The texts in English, in which the modules speak from here on. */

import { readdirSync, readFileSync } from "node:fs";
import { translator } from "../../geo/browser/web/engine/text.js";

const FOLDER = new URL("../../geo/wording/lang/", import.meta.url);

/** All texts of a language by key. */
export function textsOf(lang) {
  const folder = new URL(`${lang}/`, FOLDER);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "state.json");
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf-8"))));
}

/** How English writes numbers, days and lists; and its words. */
export const ENGLISH = textsOf("en");

translator(ENGLISH);
