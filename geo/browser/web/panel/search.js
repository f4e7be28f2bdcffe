/** Search over names (with their spellings) and events; a result moves the map, the day or the filter. */

import { find, searchIndex } from "../engine/search.js";
import { NOTHING } from "../engine/store.js";
import { el, shortDate } from "../engine/text.js";

const NEAR_DEGREES = 0.25;
const PROVINCE_DEGREES = 0.9;

/** A search box. */
export function searchBox(store) {
  const { t } = store;
  const input = el("input", {
    cls: "search",
    attrs: { type: "search", placeholder: t("search.hint"), "aria-label": t("search.label") },
  });
  const list = el("ul", { cls: "results", attrs: { role: "listbox", "aria-label": t("search.results") } });
  const index = searchIndex(store.record);
  const show = () => {
    const found = find(index, input.value);
    list.replaceChildren(
      ...found.map((entry) => resultRow(store, entry, () => ((input.value = ""), list.replaceChildren()))),
    );
    if (input.value.trim() && !found.length)
      list.replaceChildren(el("li", { cls: "quiet", text: t("search.nothing") }));
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.querySelector("button")?.click();
    if (event.key === "Escape") (input.value = ""), show();
  });
  return el("div", { cls: "search-box" }, input, list);
}

function resultRow(store, entry, done) {
  const { record, t } = store;
  const what =
    entry.kind === "events" ? shortDate(record.iso(record.events.start[entry.i])) : t(`search.kind.${entry.kind}`);
  const choose = () => (go(store, entry), done());
  return el(
    "li",
    {},
    el(
      "button",
      { cls: "result", attrs: { type: "button" }, on: { click: choose } },
      el("span", { text: entry.name }),
      el("span", { cls: "quiet", text: ` · ${what}` }),
    ),
  );
}

function go(store, { kind, id, lon, lat, i }) {
  const { record } = store;
  const around = (reach) => [
    [lat - reach * 0.75, lon - reach],
    [lat + reach * 0.75, lon + reach],
  ];
  const zone = record.zones.find((one) => one.id === id);
  if (kind === "events") store.set({ event: id, day: record.events.end[i] });
  else if (kind === "actors") store.set({ actor: id });
  else if (zone) {
    const extent = lon === null ? {} : { extent: around(NEAR_DEGREES) };
    store.set({ ...NOTHING, province: record.provinces[zone.province].id, place: id, ...extent });
  } else if (lon === null) return;
  else if (kind === "provinces") store.set({ ...NOTHING, province: id, extent: around(PROVINCE_DEGREES) });
  else if (kind === "districts")
    store.set({ ...NOTHING, province: id.slice(0, 6), district: id, extent: around(NEAR_DEGREES * 2) });
  else store.set({ extent: around(NEAR_DEGREES) });
  store.commit();
}
