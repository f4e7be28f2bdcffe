/** The record as it comes: what follows a handle, then what the marks on the map need, then the names. */

import { fetchJson } from "../engine/fetch_json.js";
import { fontFrom } from "../engine/fonts.js";
import { Record } from "../engine/record.js";

/** @import { Assets } from "../types.js" */
/** @import { Store } from "./store.js" */

/**
 * The record with what nothing is drawn without, in the language of the page, and the texts.
 * @param {Assets} assets
 */
export async function firstPart({ record: address, texts: told, marks, hasLateMarks, font }) {
  const soon = marks && !hasLateMarks ? fetchJson(marks) : null;
  const [raw, texts, part] = await Promise.all([fetchJson(address), fetchJson(told), soon, fontFrom(font)]);
  const record = new Record(raw);
  if (part) record.mark(part);
  record.speak(texts);
  return /** @type {const} */ ([record, texts]);
}

/**
 * Let a record know where events and districts lie, where it came without.
 * @param {Record} record
 * @param {Assets} assets
 */
export async function addMarks(record, { marks }) {
  if (marks && !record.isMarked) record.mark(await fetchJson(marks));
}

/**
 * Let it know the titles of events and the spellings of names when the map has painted.
 * @param {Store} store
 */
export async function addNames(store) {
  await store.live;
  if (store.assets.names) store.record.complete(await fetchJson(store.assets.names));
}
