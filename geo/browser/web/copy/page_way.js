/** Ways from the map to the other pages: the app's, or the files of the reader's edition. In Python: `geo/address/paths.py`. */

import { el } from "../engine/elements.js";
import { PAGE_FILES, RECORD_FILES } from "../engine/map_constants.js";
import { follow, isBrowsers } from "../reading/reading.js";
import { queryOf } from "./link.js";

/** @import { Store } from "../store/store.js" */

/** @typedef {{[key: string]: string}} Asked */

/**
 * Where a page of the edition lies, from its root, with what is left of a query.
 * @param {string} page '' is the map
 * @param {Asked} query
 */
export function fileAddress(page, query) {
  for (const [key, file] of RECORD_FILES[page] ?? [])
    if (query[key]) return file.replace("{}", query[key]) + (query.step ? `#step-${query.step}` : "");
  const rest = String(new URLSearchParams(query)).replaceAll("%2C", ",");
  return PAGE_FILES[page] + (rest ? `?${rest}` : "");
}

/**
 * Where a page of the edition lies from this one, in the language that the address of this one names.
 * @param {Store} store
 * @param {string} page
 * @param {Asked} query
 */
export function fileWay({ assets }, page, query) {
  const [path, step] = fileAddress(page, query).split("#");
  const lang = langOfAddress();
  const asked = lang ? `${path.includes("?") ? "&" : "?"}${lang}` : "";
  return `${assets.root ?? ""}${path}${asked}${step ? `#${step}` : ""}`;
}

/** What the address of this page says of a language: 'lang=fa'; '' where it names none. */
export function langOfAddress() {
  const lang = new URLSearchParams(location.search).get("lang");
  return lang ? `${new URLSearchParams({ lang })}` : "";
}

/**
 * A link to another page; null in one file, which has no others. In the app it stays there and takes the view on show
 * along; with a modifier it is the browser's.
 * @param {Store} store
 * @param {string} label
 * @param {string} page
 * @param {Asked} [query]
 */
export function pageWay(store, label, page, query = {}) {
  const { pages, record } = store.assets;
  if (typeof record !== "string") return null;
  if (pages === "files") return el("a", { text: label, attrs: { href: fileWay(store, page, query) } });
  const link = el("a", { text: label, attrs: { href: `${page}?${new URLSearchParams(query)}` } });
  link.addEventListener("click", (event) => {
    if (isBrowsers(event)) return;
    event.preventDefault();
    const all = queryOf({ ...store.view(), ...query }, store.record.version);
    for (const [key, value] of Object.entries(query)) all.set(key, value);
    follow(new URL(`${page}?${all}`, document.baseURI).href);
  });
  return link;
}

/**
 * The same as a line of a card.
 * @param {Store} store
 * @param {string} label
 * @param {string} page
 * @param {Asked} query
 */
export function wayLine(store, label, page, query) {
  const way = pageWay(store, label, page, query);
  return way && el("p", { cls: "page-way" }, way);
}
