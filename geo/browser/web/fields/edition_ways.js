/** Ways of the menu of the edition: they take the view of the page along, as the app's do. */

import { URL_KEYS } from "../engine/constants.js";
import { PAGE_FILES } from "../engine/map_constants.js";
import { followed } from "./language_ways.js";

/** What stays behind: a way has its own language, and what is pointed at belongs to its page. */
const LEFT = ["lang", "event", "at"];
const LIST = PAGE_FILES.events;

/**
 * The address of another page with the view that this one's address tells.
 * @param {string} address
 * @param {Pick<Location, "search">} here
 */
export function withView(address, { search }) {
  const asked = new URLSearchParams(search);
  const [path, own = ""] = address.split("?");
  const query = new URLSearchParams(own);
  for (const key of URL_KEYS) {
    const value = asked.get(key);
    if (value && !LEFT.includes(key) && !query.has(key)) query.set(key, value);
  }
  if (path.endsWith(LIST) && query.has("date")) query.set("days", "record"); // as the app's menu: all days, and the day at hand
  const text = String(query).replaceAll("%2C", ",");
  return `${path}${text ? `?${text}` : ""}`;
}

/** Let the ways of the menu follow the address of their page. */
export function followMenu() {
  for (const way of document.querySelectorAll("a[data-page]")) {
    const address = way.getAttribute("href") ?? "";
    if (way instanceof HTMLAnchorElement) followed(way, (here) => withView(address, here));
  }
}
