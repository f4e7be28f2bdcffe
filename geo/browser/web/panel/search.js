/** Search over names (with their spellings) and events; a result moves the map, the day or the filter. */

import { NOTHING } from "../engine/store.js";
import { el, shortDate } from "../engine/text.js";

const MOST = 9;
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
  const index = indexOf(store);
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

/** Letters as they are typed: no accents, hyphens or apostrophes; Arabic letters in one form. */
export function normalise(text) {
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
    texts: spellings.map(normalise),
    sounds: spellings.map((spelling) => soundOf(normalise(spelling))),
  }));
  const events = record.events.id.map((id, i) => ({
    kind: "events",
    id,
    i,
    name: record.events.title[i],
    texts: [normalise(record.events.title[i]), normalise(id)],
  }));
  return [...names, ...events];
}

/** Names that begin with the words first, then those that contain them, then names that sound alike. */
export function find(index, words) {
  const wanted = normalise(words);
  if (wanted.length < 2) return [];
  const sound = soundOf(wanted);
  const ranks = [[], [], []];
  for (const entry of index) {
    const { texts } = entry;
    if (texts.some((text) => text.startsWith(wanted))) ranks[0].push(entry);
    else if (texts.some((text) => text.includes(wanted))) ranks[1].push(entry);
    else if (sound.length > 2 && entry.sounds?.some((other) => other === sound)) ranks[2].push(entry);
  }
  return ranks.flat().slice(0, MOST);
}

/** Consonants as they sound, so that Panjsher, Panjshayr and Panjshīr meet: Latin spellings differ in the vowels. */
export function soundOf(text) {
  return text
    .replace(/[^a-z ]/g, "")
    .replace(/kh/g, "x")
    .replace(/gh|q/g, "k")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/[aeiouyh ]/g, "")
    .replace(/(.)\1+/g, "$1");
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
