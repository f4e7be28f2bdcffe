/** Search over names in all spellings, days and events; a result moves the map, the day or the filter. */

import { plainDate } from "../engine/dates.js";
import { el, setText } from "../engine/elements.js";
import { NOTHING } from "../store/store.js";
import { SearchIndex } from "./index.js";

/** @import { Cards, Extent, Found, SearchDays, SearchEntry, State, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

const NEAR_DEGREES = 0.25;
const DISTRICT_DEGREES = 0.5;
const PROVINCE_DEGREES = 0.9;
const HEIGHT = 0.75; // of an extent, as a share of its width
const FIRST_ROWS = 9;
const MORE_ROWS = 300; // at a time: a list of all events would be slow to draw
/** The window that holds the days of a month or a year. */
const WINDOW_OF = { month: "30", year: "365" };

/**
 * A search box.
 * @param {Store} store
 */
export const searchBox = (store) => new SearchBox(store);

class SearchBox {
  /** @type {SearchIndex | null} */
  #index = null;
  /** @type {Cards | null} */
  #cards = null;
  #rows = FIRST_ROWS;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    const { t } = store;
    const attrs = {
      type: "search",
      placeholder: t("search.hint"),
      "aria-label": t("search.label"),
      autocomplete: "off",
    };
    this.input = el("input", { cls: "search", attrs });
    this.message = el("span", { cls: "quiet" });
    this.list = el("ul", { attrs: { "aria-label": t("search.results") } });
    this.more = el("button", { cls: "text", attrs: { type: "button" }, on: { click: () => this.#showMore() } });
    const attrsOfResults = { tabindex: "-1" }; // so that what is pressed in them does not count as left
    this.results = el(
      "div",
      { cls: "results", attrs: attrsOfResults },
      el("div", { cls: "found" }, this.message, this.more),
      this.list,
    );
    this.root = el("div", { cls: "search-box" }, this.input, this.results);
    this.onDown = (/** @type {Event} */ event) => event.composedPath().includes(this.root) || this.#fold(true);
    this.#listen();
    this.#show({ days: null, entries: [] });
  }

  #listen() {
    this.input.addEventListener("focus", () => this.#prepare());
    for (const type of ["focus", "click"]) this.input.addEventListener(type, () => this.#fold(false));
    this.input.addEventListener("input", () => this.#search(FIRST_ROWS));
    this.root.addEventListener("keydown", (event) => this.#onKey(event));
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.root.contains(/** @type {Node | null} */ (relatedTarget))) this.#fold(true);
    });
    document.addEventListener("pointerdown", this.onDown);
  }

  remove() {
    document.removeEventListener("pointerdown", this.onDown);
    this.root.remove();
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  /**
   * What was found is put out of sight and comes back: what was typed stays.
   * @param {boolean} isFolded
   */
  #fold(isFolded) {
    this.results.classList.toggle("folded", isFolded);
  }

  /** What is told of events beside their titles comes on its own; until then titles and names are searched. */
  async #prepare() {
    this.#currentIndex();
    if (this.#cards) return;
    this.#cards = await this.store.cards();
    this.#index = null;
    if (this.input.value) this.#search(this.#rows);
  }

  #currentIndex() {
    const { record } = this.store;
    if (!this.#index?.isOf(record)) this.#index = new SearchIndex(record, this.#cards);
    return this.#index;
  }

  /** @param {number} rows */
  #search(rows) {
    this.#rows = rows;
    this.#fold(false);
    this.#show(this.input.value.trim() ? this.#currentIndex().find(this.input.value) : { days: null, entries: [] });
  }

  /** @param {Found} found */
  #show({ days, entries }) {
    const { t } = this.store;
    const count = entries.length + Number(days !== null);
    const rows = entries.slice(0, this.#rows).map((entry) => this.#row(entry));
    this.list.replaceChildren(...(days ? [this.#dayRow(days)] : []), ...rows);
    const requested = this.input.value.trim() !== "";
    setText(this.message, requested ? t(count ? "search.found" : "search.nothing", { count }) : "");
    this.results.classList.toggle("empty", !requested);
    this.store.say(this.message.textContent, "search");
    const left = entries.length - rows.length;
    this.more.hidden = !left;
    setText(this.more, t(left > MORE_ROWS ? "search.more" : "search.all", { count, more: MORE_ROWS }));
  }

  #showMore() {
    const shown = this.list.childElementCount;
    this.#search(this.#rows + MORE_ROWS);
    this.list.querySelectorAll("button")[shown]?.focus();
  }

  #clear() {
    this.input.value = "";
    this.#search(FIRST_ROWS);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const root = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    /** @type {HTMLElement[]} */
    const stops = [this.input, ...this.list.querySelectorAll("button")];
    const at = stops.indexOf(/** @type {HTMLElement} */ (root.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#fold(false);
    if (event.key === "Enter" && at === 0) stops[1]?.click();
    else if (event.key === "Escape") this.#escape();
    else if (step && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** First what was found goes out of sight, then what was typed. */
  #escape() {
    if (this.results.classList.contains("folded")) this.#clear();
    this.input.focus();
    this.#fold(true);
  }

  /** @param {SearchEntry} entry */
  #row(entry) {
    const { record, t } = this.store;
    return this.#button(entry.heads[0], whatItIs(record, entry, t), changeFor(record, entry));
  }

  /** @param {SearchDays} days */
  #dayRow(days) {
    const { record, t } = this.store;
    const [first, last] = [days.first, days.last].map((day) => plainDate(record.iso(day)));
    const change = days.kind === "day" ? { day: days.first } : { day: days.last, window: WINDOW_OF[days.kind] };
    const name = days.kind === "day" ? first : t("search.days", { first, last });
    return this.#button(name, t(`search.kind.${days.kind}`), change);
  }

  /**
   * @param {string} name
   * @param {string} what
   * @param {Partial<State> | null} change what it asks for; null when it is nowhere
   */
  #button(name, what, change) {
    const choose = () => {
      if (change) {
        this.store.set(change);
        this.store.commit();
      }
      this.#clear();
    };
    const text = [el("span", { text: name, attrs: { dir: "auto" } }), el("span", { cls: "quiet", text: what })];
    return el("li", {}, el("button", { cls: "result", attrs: { type: "button" }, on: { click: choose } }, ...text));
  }
}

/**
 * What a result is: 'district of Panjshir', or the day of an event.
 * @param {Record} record
 * @param {SearchEntry} entry
 * @param {Translate} t
 */
function whatItIs(record, { kind, i, province }, t) {
  if (i >= 0) return plainDate(record.iso(record.events.start[i]));
  const name = record.provinces.find(({ id }) => id === province)?.name;
  return name ? t(`search.kind.${kind}_of`, { province: name }) : t(`search.kind.${kind}`);
}

/**
 * What a result asks for; null when it is nowhere.
 * @param {Record} record
 * @param {SearchEntry} entry
 * @returns {Partial<State> | null}
 */
function changeFor(record, { kind, id, i, province = null, lon = null, lat = null }) {
  if (kind === "events") return { event: id, day: record.clampDay(record.events.end[i]) };
  if (kind === "actors") return { actor: id };
  /** @param {number} reach */
  const around = (reach) => (lon === null || lat === null ? {} : { extent: extentAround(lon, lat, reach) });
  if (record.zones.some((zone) => zone.id === id)) return { ...NOTHING, province, place: id, ...around(NEAR_DEGREES) };
  if (lon === null) return null;
  if (kind === "provinces") return { ...NOTHING, province: id, ...around(PROVINCE_DEGREES) };
  if (kind !== "districts") return around(NEAR_DEGREES);
  return { ...NOTHING, province, district: id, ...around(DISTRICT_DEGREES) };
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
