/** What changed since another day: one sentence, a table with areas, the events between. */

import { el } from "../engine/elements.js";
import { plainDate } from "../engine/text.js";
import { spanWords } from "../map/tooltip.js";

/** @import { Change, ControlState } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

/** @typedef {{province: string, before: string, after: string, names: string[], km2: number}} Row */

const STEPS = [-30, -7, 7, 30];
const MAX_EVENTS = 40;
const COLUMNS = ["where", "before", "after", "km2"];

/** @param {number} km2 */
const inDigits = (km2) => Math.round(km2).toLocaleString("en");

export class SincePanel {
  #isListOpen = false;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    const { t, record } = store;
    this.field = el("input", {
      cls: "typed",
      attrs: { type: "date", min: record.firstDay, max: record.iso(record.days - 1), "aria-label": t("compare.since") },
      on: { change: () => this.#choose(record.dayNumber(this.field.value)) },
    });
    this.result = el("div");
    this.root = el(
      "details",
      { cls: "compare" },
      el("summary", { text: t("compare.title") }),
      el("div", { cls: "row choices" }, this.field, ...this.#buttons()),
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

  render() {
    const { record, state, t } = this.store;
    if (state.since === null) return this.result.replaceChildren(el("p", { cls: "quiet", text: t("compare.none") }));
    this.root.open = true;
    this.field.value = record.iso(state.since);
    const [first, last] = [Math.min(state.since, state.day), Math.max(state.since, state.day)];
    const changes = record.difference(first, last, state.perspective);
    const between = record.eventsIn(first, last);
    this.result.replaceChildren(
      el("p", { text: this.#sentence(first, last, changes, between.length) }),
      changes.length ? this.#table(changes) : "",
      between.length ? this.#events(between) : "",
    );
  }

  /**
   * @param {number} firstDay
   * @param {number} lastDay
   * @param {Change[]} changes
   * @param {number} events
   */
  #sentence(firstDay, lastDay, changes, events) {
    const { record, t } = this.store;
    const [first, last] = [plainDate(record.iso(firstDay)), plainDate(record.iso(lastDay))];
    if (!changes.length) return t("compare.same", { first, last, events });
    const km2 = changes.reduce((sum, { district }) => sum + record.districts[district].km2, 0);
    return t("compare.sentence", { first, last, events, count: changes.length, km2: inDigits(km2) });
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
      el("span", { cls: "title", text: record.events.title[i] }),
    );
    return el("li", {}, button);
  }

  /** @param {Change[]} changes */
  #table(changes) {
    const { t } = this.store;
    const head = COLUMNS.map((key) => el("th", { text: t(`compare.${key}`), attrs: { scope: "col" } }));
    const body = this.#rows(changes).map(({ province, before, after, names, km2 }) => {
      const cells = [`${province}: ${names.join(", ")}`, before, after, inDigits(km2)];
      return el("tr", {}, ...cells.map((text) => el("td", { text })));
    });
    return el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
  }

  /**
   * Districts of a province that changed in the same way are one row.
   * @param {Change[]} changes
   * @returns {Row[]}
   */
  #rows(changes) {
    const { record } = this.store;
    /** @type {Map<string, Row>} */
    const rows = new Map();
    for (const change of changes) {
      const { name, province, km2 } = record.districts[change.district];
      const [before, after] = [this.#words(change.before), this.#words(change.after)];
      const key = JSON.stringify([province, before, after]);
      const row = rows.get(key) ?? { province: record.provinces[province].name, before, after, names: [], km2: 0 };
      row.names.push(name);
      row.km2 += km2;
      rows.set(key, row);
    }
    return [...rows.values()];
  }

  /** @param {ControlState | null} known */
  #words(known) {
    const { record, t } = this.store;
    return known ? `${record.actorName(known.controller)}, ${t(`status.${known.status}`)}` : t("state.unknown");
  }

  /** @param {number | null} day */
  #choose(day) {
    this.store.set({ since: day });
    this.store.commit();
  }
}
