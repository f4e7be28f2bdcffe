/** The cards of a province, of a district and of a named place: first who held it on the day, then why, and what happened. */

import { copyButton } from "../copy/copy.js";
import { wayLine } from "../copy/page_way.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { dotted, inDigits, localised } from "../engine/text.js";
import { ribbonGroups, spansOf } from "../handle/ribbon_rows.js";
import { layerLines } from "../layers/layer_lines.js";
import { isShaded } from "../layers/shaded.js";
import { head } from "../parts/card_parts.js";
import { claimSections, eachView } from "../place/claims.js";
import { eventsHere } from "../place/events.js";
import { historyOf } from "../place/history.js";
import { presence } from "../place/presence.js";
import { placeSentence } from "../wording/place.js";
import { otherWords, stateWords } from "../wording/state_words.js";

/** @import { Cards, Control, District, Perspective, Shown, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

/** @typedef {District & {number: number}} Member a district and its number */

const ARABIC_SCRIPT = /[\u0600-\u06ff]/;

/**
 * The card of the selected province on the day, or of the selected district in it.
 * @param {Store} store
 * @param {Cards} cards
 * @param {() => void} close
 */
export function provinceCard(store, cards, close) {
  const { record, state } = store;
  const number = record.provinces.findIndex(({ id }) => id === state.province);
  const members = record.districts.map((d, i) => ({ ...d, number: i })).filter((d) => d.province === number);
  const district = members.find(({ id }) => id === state.district);
  return district
    ? districtCard(store, cards, close, district, members)
    : wholeProvince(store, cards, close, members, number);
}

/**
 * @param {Store} store
 * @param {Cards} cards
 * @param {() => void} close
 * @param {Member[]} members
 * @param {number} number of the province
 */
function wholeProvince(store, cards, close, members, number) {
  const { record, state, t } = store;
  const province = record.provinces[number];
  const control = record.control(state.day, state.perspective);
  const rows = ribbonGroups(record, state.perspective).find((group) => group.province === number)?.rows ?? [];
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": province.name } },
    head(t, t("card.province"), close),
    el("h2", { text: province.name }),
    scripts(t, [province.fa, province.ps], province.km2),
    wayLine(store, t("card.province_page"), "provinces", { province: province.id }),
    sentence(store),
    layerList(store, number, -1),
    shares(record, t, members, control, province.km2),
    eventsHere(store, { isHere: (i) => record.events.province[i] === number }),
    rows.length
      ? historyOf(store, rows)
      : el("p", { cls: "quiet", text: t("place.history_same", { province: province.name }) }),
    el("h3", { text: t("card.districts", { day: plainDate(record.iso(state.day)) }) }),
    el("ul", { cls: "districts" }, ...members.map((d) => districtLine(store, d, control))),
    presence(store, cards, province.id),
  );
}

/**
 * @param {Store} store
 * @param {Cards} cards
 * @param {() => void} close
 * @param {Member} district
 * @param {Member[]} members of its province
 */
function districtCard(store, cards, close, district, members) {
  const { record, state, t } = store;
  const province = record.provinces[district.province];
  const control = record.control(state.day, state.perspective);
  /** @param {Perspective} perspective */
  const stateIn = (perspective) => record.states[record.control(state.day, perspective).state[district.number]];
  const spans = spansOf(record, record.raw.intervals[state.perspective][district.number]);
  const { district: districts, province: provinces } = record.events;
  const isHere = (/** @type {number} */ i) => districts[i] === district.number;
  const isNear = (/** @type {number} */ i) => provinces[i] === district.province && districts[i] < 0;
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": district.name } },
    head(t, t("card.district"), close),
    el("h2", { text: t("tip.district", { district: district.name, province: province.name }) }),
    scripts(t, [inArabicScript(record, district.id)], district.km2),
    sentence(store),
    layerList(store, district.province, district.number),
    claimSections(store, cards, district.name, stateIn),
    eventsHere(store, { isHere, isNear, province: province.name }),
    historyOf(store, [{ kind: "district", id: district.id, name: district.name, province: district.province, spans }]),
    eachView(store, stateIn),
    provinceFolded(store, cards, members, control),
  );
}

/**
 * The province of a district, folded: all its districts, and who is said to be active.
 * @param {Store} store
 * @param {Cards} cards
 * @param {Member[]} members
 * @param {Control} control
 */
function provinceFolded(store, cards, members, control) {
  const { record, t } = store;
  const province = record.provinces[members[0].province];
  const show = () => {
    store.set({ district: null });
    store.commit();
  };
  const open = el("button", {
    cls: "text",
    text: t("place.open_province", { province: province.name }),
    attrs: { type: "button" },
  });
  open.addEventListener("click", show);
  return el(
    "details",
    { attrs: { "data-keep": "province" } },
    el("summary", { text: t("place.in_province", { province: province.name }) }),
    el("p", {}, open),
    el("ul", { cls: "districts" }, ...members.map((d) => districtLine(store, d, control))),
    presence(store, cards, province.id),
  );
}

/**
 * The card of a named place on the day: who says what of it.
 * @param {Store} store
 * @param {Cards} cards
 * @param {() => void} close
 */
export function placeCard(store, cards, close) {
  const { record, state, t } = store;
  const zone = record.zones.find(({ id }) => id === state.place);
  if (!zone) return el("p", { cls: "quiet", text: t("card.gone") });
  const { name } = record.provinces[zone.province];
  /** @param {Perspective} perspective */
  const stateIn = (perspective) => record.zoneState(zone, state.day, perspective);
  const view = state.perspective === "both" ? "assessed" : state.perspective; // it has no state of both
  const spans = spansOf(record, zone.intervals[view]);
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": zone.name } },
    head(t, t("card.place"), close),
    el("h2", { text: t("tip.district", { district: zone.name, province: name }) }),
    scripts(t, [inArabicScript(record, zone.id)]),
    sentence(store),
    el("p", {
      cls: "quiet",
      text: zone.lon === null ? t("card.place_unlocated") : t("card.place_area", { km: zone.radiusKm }),
    }),
    claimSections(store, cards, zone.name, stateIn),
    eventsHere(store, { isHere: (i) => cards.events[record.events.id[i]]?.place_id === zone.id }),
    historyOf(store, [{ kind: "place", id: zone.id, name: zone.name, province: zone.province, spans }]),
    eachView(store, stateIn),
  );
}

/** @param {Store} store */
const sentence = (store) =>
  el(
    "div",
    {},
    el("p", { cls: "place-sentence", text: placeSentence(store) }),
    el("p", { cls: "copy-line" }, copyButton(store, { sentence: () => placeSentence(store) })),
  );

/**
 * What the layer on show says of an area.
 * @param {Shown} shown
 * @param {number} province
 * @param {number} district -1 for the whole province
 */
function layerList(shown, province, district) {
  if (!isShaded(shown.state)) return null;
  const lines = layerLines(shown, province, district);
  return el("ul", { cls: "layer-lines" }, ...lines.map((text) => el("li", { text })));
}

/**
 * A name in the scripts that the record has it in, each once, and the area.
 * @param {Translate} t
 * @param {(string | undefined)[]} names Dari, Pashto
 * @param {number} [km2]
 */
function scripts(t, [fa, ps], km2) {
  const shown = [
    fa ? el("span", { text: fa, attrs: { lang: "fa", dir: "rtl" } }) : null,
    ps && ps !== fa ? el("span", { text: ps, attrs: { lang: "ps", dir: "rtl" } }) : null,
    km2 === undefined ? null : el("span", { text: t("place.area", { km2: inDigits(Math.round(km2)) }) }),
  ].filter((one) => one !== null);
  return shown.length ? el("p", { cls: "scripts" }, ...shown) : null;
}

/**
 * The Dari or Pashto name of a district or place, where the record has one.
 * @param {Record} record
 * @param {string} id
 */
function inArabicScript(record, id) {
  const [, , , , , ...names] = record.names.find((row) => row[1] === id) ?? [];
  return names.find((name) => ARABIC_SCRIPT.test(String(name)));
}

/**
 * How much of a province each holds, by the areas of its districts.
 * @param {Record} record
 * @param {Translate} t
 * @param {Member[]} members
 * @param {Control} control
 * @param {number} total km²
 */
function shares(record, t, members, control, total) {
  /** @type {Map<string, number>} */
  const areas = new Map();
  for (const { number, km2 } of members) {
    const holder = record.states[control.state[number]]?.controller ?? "unknown";
    areas.set(holder, (areas.get(holder) ?? 0) + km2);
  }
  const rows = [...areas].sort((a, b) => b[1] - a[1]);
  /** @type {(row: [string, number]) => HTMLElement} */
  const line = ([holder, km2]) =>
    el("li", {
      text: t("card.share", {
        holder: record.actorName(holder),
        pct: localised(((100 * km2) / total).toFixed(1)),
        km2: inDigits(Math.round(km2)),
      }),
    });
  return el("ul", { cls: "shares" }, ...rows.map(line));
}

/**
 * @param {Shown} shown
 * @param {Member} district
 * @param {Control} control
 */
function districtLine({ record, state, t }, district, control) {
  const known = record.states[control.state[district.number]];
  if (!known) return el("li", { text: t("place.district_unknown", { district: district.name }) });
  const words = [
    stateWords(record, known, t, state.perspective),
    t("tip.since", { since: plainDate(record.iso(control.since[district.number])) }),
  ];
  if (state.day > known.lastConfirmed)
    words.push(t("tip.last_confirmed", { day: plainDate(record.iso(known.lastConfirmed)) }));
  words.push(...otherWords(record, known, t).slice(0, 2));
  return el("li", {}, el("strong", { text: district.name }), el("span", { text: ` ${dotted(words)}` }));
}
