/** Search over names (with their spellings) and events; a result moves the map, the day or the filter. */

import { el } from "../engine/elements.js";
import { find, searchIndex } from "../engine/search.js";
import { NOTHING } from "../engine/store.js";
import { shortDate } from "../engine/text.js";

/** @import { Extent, SearchEntry, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../engine/store.js" */

const NEAR_DEGREES = 0.25;
const DISTRICT_DEGREES = 0.5;
const PROVINCE_DEGREES = 0.9;
const HEIGHT = 0.75; // of an extent, as a share of its width

/**
 * A search box.
 * @param {Store} store
 */
export function searchBox(store) {
  const { t } = store;
  const input = el("input", {
    cls: "search",
    attrs: { type: "search", placeholder: t("search.hint"), "aria-label": t("search.label") },
  });
  const list = el("ul", { cls: "results", attrs: { role: "listbox", "aria-label": t("search.results") } });
  const index = searchIndex(store.record);
  const clear = () => {
    input.value = "";
    list.replaceChildren();
  };
  input.addEventListener("input", () =>
    list.replaceChildren(...rowsFor(store, find(index, input.value), input, clear)),
  );
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.querySelector("button")?.click();
    if (event.key === "Escape") clear();
  });
  return el("div", { cls: "search-box" }, input, list);
}

/**
 * @param {Store} store
 * @param {SearchEntry[]} found
 * @param {HTMLInputElement} input
 * @param {() => void} clear
 */
function rowsFor(store, found, input, clear) {
  if (!found.length && input.value.trim()) return [el("li", { cls: "quiet", text: store.t("search.nothing") })];
  return found.map((entry) => resultRow(store, entry, clear));
}

/**
 * @param {Store} store
 * @param {SearchEntry} entry
 * @param {() => void} clear
 */
function resultRow(store, entry, clear) {
  const { record, t } = store;
  const isEvent = entry.kind === "events" && entry.i !== undefined;
  const what = isEvent ? shortDate(record.iso(record.events.start[entry.i ?? 0])) : t(`search.kind.${entry.kind}`);
  const choose = () => {
    const change = changeFor(record, entry);
    if (change) {
      store.set(change);
      store.commit();
    }
    clear();
  };
  const button = el(
    "button",
    { cls: "result", attrs: { type: "button" }, on: { click: choose } },
    el("span", { text: entry.name }),
    el("span", { cls: "quiet", text: ` · ${what}` }),
  );
  return el("li", {}, button);
}

/**
 * What a result asks for; null when it is nowhere.
 * @param {Record} record
 * @param {SearchEntry} entry
 * @returns {Partial<State> | null}
 */
function changeFor(record, { kind, id, lon = null, lat = null, i = 0 }) {
  if (kind === "events") return { event: id, day: record.events.end[i] };
  if (kind === "actors") return { actor: id };
  /** @param {number} reach */
  const around = (reach) => (lon === null || lat === null ? {} : { extent: extentAround(lon, lat, reach) });
  const zone = record.zones.find((one) => one.id === id);
  if (zone) return { ...NOTHING, province: record.provinces[zone.province].id, place: id, ...around(NEAR_DEGREES) };
  if (lon === null) return null;
  if (kind === "provinces") return { ...NOTHING, province: id, ...around(PROVINCE_DEGREES) };
  if (kind !== "districts") return around(NEAR_DEGREES);
  return { ...NOTHING, province: id.slice(0, 6), district: id, ...around(DISTRICT_DEGREES) };
}

/**
 * @param {number} lon
 * @param {number} lat
 * @param {number} reach
 * @returns {Extent}
 */
function extentAround(lon, lat, reach) {
  return [
    [lat - reach * HEIGHT, lon - reach],
    [lat + reach * HEIGHT, lon + reach],
  ];
}
