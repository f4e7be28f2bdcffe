/** The address that opens what is on show, whole: nothing of it is remembered elsewhere. In Python: `geo/address/view.py`. */

import { DATA_KEY, URL_KEYS, VIEW_DEFAULTS } from "../engine/constants.js";

/** @import { Report } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * The shortest query that gives a view again; the date and the data's version are always in it.
 * @param {Report} view
 * @param {string} version of the data
 */
export function queryOf(view, version) {
  const query = new URLSearchParams();
  for (const key of URL_KEYS) {
    const value = view[key];
    if (value && (key === "date" || value !== VIEW_DEFAULTS[key])) query.set(key, String(value));
  }
  query.set(DATA_KEY, version);
  return query;
}

/**
 * The same as text; commas stay what they are.
 * @param {Report} view
 * @param {string} version of the data
 */
export const queryText = (view, version) => String(queryOf(view, version)).replaceAll("%2C", ",");

/**
 * The whole address of what is on show; that of one file has its view behind the '#'.
 * @param {Store} store
 */
export function viewLink(store) {
  const link = new URL(location.href);
  const view = store.view();
  const at = store.heading?.() ?? view.at; // a map on its way is told by where it goes
  const query = queryText({ ...view, at }, store.record.version);
  const isOneFile = typeof store.assets.record !== "string";
  link.hash = isOneFile ? query : "";
  if (!isOneFile) link.search = query;
  return link.href;
}
