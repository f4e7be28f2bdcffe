/** Search over names (with their spellings) and events; a result moves the map, the day or the filter. */

import { el, shortDate } from "./text.js";

const MOST = 9;
const NEAR_DEGREES = 0.25;
const PROVINCE_DEGREES = 0.9;

/** A search box. */
export function searchBox(replay) {
  const { t } = replay;
  const input = el("input", {
    cls: "search",
    attrs: { type: "search", placeholder: t("search.hint"), "aria-label": t("search.label") },
  });
  const list = el("ul", { cls: "results", attrs: { role: "listbox", "aria-label": t("search.results") } });
  const index = indexOf(replay);
  const show = () => {
    const found = find(index, input.value);
    list.replaceChildren(
      ...found.map((entry) => resultRow(replay, entry, () => ((input.value = ""), list.replaceChildren()))),
    );
    if (input.value.trim() && !found.length)
      list.replaceChildren(el("li", { cls: "quiet", text: t("search.nothing") }));
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.querySelector("button")?.click();
    if (event.key === "Escape") ((input.value = ""), show());
  });
  return el("div", { cls: "search-box" }, input, list);
}

/** Letters as they are typed: no accents, hyphens or apostrophes; Arabic letters in one form. */
export function plain(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u200c'’`-]/g, "")
    .replace(/[يىې]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/\s+/g, " ")
    .trim();
}

function indexOf({ record }) {
  const names = record.raw.names.map(([kind, id, lon, lat, ...spellings]) => ({
    kind,
    id,
    lon,
    lat,
    name: spellings[0],
    texts: spellings.map(plain),
  }));
  const events = record.events.id.map((id, i) => ({
    kind: "events",
    id,
    i,
    name: record.events.title[i],
    texts: [plain(record.events.title[i]), plain(id)],
  }));
  return [...names, ...events];
}

/** Names that begin with the words first, then those that contain them. */
export function find(index, words) {
  const wanted = plain(words);
  if (wanted.length < 2) return [];
  const begins = index.filter(({ texts }) => texts.some((text) => text.startsWith(wanted)));
  const holds = index.filter(
    ({ texts }) => !texts.some((text) => text.startsWith(wanted)) && texts.some((text) => text.includes(wanted)),
  );
  return [...begins, ...holds].slice(0, MOST);
}

function resultRow(replay, entry, done) {
  const { record, t } = replay;
  const what =
    entry.kind === "events" ? shortDate(record.iso(record.events.start[entry.i])) : t(`search.kind.${entry.kind}`);
  const choose = () => (go(replay, entry), done());
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

function go(replay, { kind, id, lon, lat, i }) {
  const { record } = replay;
  const around = (reach) => [
    [lat - reach * 0.75, lon - reach],
    [lat + reach * 0.75, lon + reach],
  ];
  if (kind === "events") replay.set({ event: id, day: record.events.end[i] });
  else if (kind === "actors") replay.set({ actor: id });
  else if (lon === null) return;
  else if (kind === "provinces")
    replay.set({ province: id, district: null, event: null, extent: around(PROVINCE_DEGREES) });
  else if (kind === "districts")
    replay.set({ province: id.slice(0, 6), district: id, event: null, extent: around(NEAR_DEGREES * 2) });
  else replay.set({ extent: around(NEAR_DEGREES) });
  replay.commit();
}
