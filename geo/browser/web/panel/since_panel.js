/** What changed since another day: one sentence, a table with areas, the events between. */

import { changeLegend } from "../changes/change_legend.js";
import { changeWords, directedChanges, momentsOf, stateWords } from "../changes/direction.js";
import { plainDate } from "../engine/dates.js";
import { el, setText } from "../engine/elements.js";
import { IN_ENGLISH, inDigits, listed } from "../engine/text.js";
import { dayField } from "../fields/day_field.js";
import { spanWords } from "../parts/tooltip.js";

/** @import { DirectedChange } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** @typedef {{province: string, way: string, before: string, after: string, names: string[], km2: number}} Row */

const STEPS = [-30, -7, 7, 30];
const MAX_EVENTS = 40;
const COLUMNS = ["compare.where", "change.column", "compare.before", "compare.after", "compare.km2"];

export class SincePanel {
  #isListOpen = false;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    const { t, record } = store;
    this.refused = el("p", { cls: "refused", attrs: { role: "alert" } });
    this.refused.hidden = true;
    const row = el("div", { cls: "row choices" });
    this.field = dayField(row, store, {
      key: "since",
      label: t("compare.since"),
      choose: (iso) => this.#choose(record.dayNumber(iso)),
      refuse: (message) => this.#refuse(message),
    });
    row.append(...this.#buttons());
    this.result = el("div");
    this.root = el(
      "details",
      { cls: "compare" },
      el("summary", { text: t("compare.title") }),
      row,
      this.refused,
      this.result,
    );
  }

  #buttons() {
    const { store } = this;
    const { t, record } = store;
    /** @type {(text: string, day: () => number | null, hint?: string) => HTMLElement} */
    const button = (text, day, hint) => {
      const attrs = { type: "button", ...(hint ? { title: hint } : {}) };
      return el("button", { cls: "text", text, attrs, on: { click: () => this.#choose(day()) } });
    };
    const steps = STEPS.map((days) =>
      button(t(days < 0 ? "compare.days_before" : "compare.days_after", { days: Math.abs(days) }), () =>
        record.clampDay(store.state.day + days),
      ),
    );
    const pin = button(t("compare.mark"), () => store.state.day, t("compare.mark_hint"));
    return [...steps, pin, button(t("compare.clear"), () => null)];
  }

  /** @param {string} message why a typed day cannot be taken; '' where one can */
  #refuse(message) {
    setText(this.refused, message);
    this.refused.hidden = !message;
  }

  render() {
    const { record, state, t } = this.store;
    const moments = momentsOf(state);
    if (!moments || state.since === null)
      return this.result.replaceChildren(el("p", { cls: "quiet", text: t("compare.none") }));
    this.root.open = true;
    this.field.set(record.iso(state.since));
    this.#refuse("");
    const [first, last] = moments.map(({ day }) => day);
    const changes = directedChanges(record, moments);
    const between = record.eventsIn(first, last);
    this.result.replaceChildren(
      el("p", { text: this.#sentence(first, last, changes, between.length) }),
      changeLegend(this.store, moments) ?? "",
      changes.length ? this.#table(changes) : "",
      between.length ? this.#events(between) : "",
    );
  }

  /**
   * @param {number} firstDay
   * @param {number} lastDay
   * @param {DirectedChange[]} changes
   * @param {number} events
   */
  #sentence(firstDay, lastDay, changes, events) {
    const { record, t } = this.store;
    const [first, last] = [plainDate(record.iso(firstDay)), plainDate(record.iso(lastDay))];
    if (!changes.length) return t("compare.same", { first, last, events });
    const km2 = changes.reduce((sum, { district }) => sum + record.districts[district].km2, 0);
    return t("compare.sentence", { first, last, events, count: changes.length, km2: inDigits(Math.round(km2)) });
  }

  /**
   * The events between, the last ones first.
   * @param {number[]} numbers
   */
  #events(numbers) {
    const shown = numbers.slice(-MAX_EVENTS).reverse();
    const title = this.store.t("compare.events", { shown: shown.length, count: numbers.length });
    const rows = shown.map((i) => this.#eventRow(i));
    const list = el("details", {}, el("summary", { text: title }), el("ol", { cls: "events" }, ...rows));
    list.open = this.#isListOpen;
    list.addEventListener("toggle", () => {
      this.#isListOpen = list.open;
    });
    return list;
  }

  /** @param {number} i */
  #eventRow(i) {
    const { record } = this.store;
    const open = () => {
      this.store.set({ event: record.events.id[i] });
      this.store.commit();
    };
    const button = el(
      "button",
      { cls: "event", attrs: { type: "button" }, on: { click: open } },
      el("span", { cls: "where", text: spanWords(record, i) }),
      el("span", { cls: "title", text: record.events.title[i], attrs: IN_ENGLISH }),
    );
    return el("li", {}, button);
  }

  /** @param {DirectedChange[]} changes */
  #table(changes) {
    const { t } = this.store;
    const head = COLUMNS.map((key) => el("th", { text: t(key), attrs: { scope: "col" } }));
    const body = this.#rows(changes).map(({ province, way, before, after, names, km2 }) => {
      const cells = [
        t("words.labelled", { label: province, told: listed(names) }),
        way,
        before,
        after,
        inDigits(Math.round(km2)),
      ];
      return el("tr", {}, ...cells.map((text) => el("td", { text })));
    });
    return el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
  }

  /**
   * Districts of a province that changed in the same way are one row.
   * @param {DirectedChange[]} changes
   * @returns {Row[]}
   */
  #rows(changes) {
    const { record } = this.store;
    /** @type {Map<string, Row>} */
    const rows = new Map();
    for (const change of changes) {
      const { name, province, km2 } = record.districts[change.district];
      const [before, after] = [change.before, change.after].map((state) => stateWords(record, this.store.t, state));
      const way = changeWords(this.store, change);
      const key = JSON.stringify([province, way, before, after]);
      const row = rows.get(key) ?? { province: record.provinces[province].name, way, before, after, names: [], km2: 0 };
      row.names.push(name);
      row.km2 += km2;
      rows.set(key, row);
    }
    return [...rows.values()];
  }

  /** @param {number | null} day */
  #choose(day) {
    this.store.set({ since: day });
    this.store.commit();
  }
}
