/** The form over the list of events: it says what is asked for, and what the reader changes. */

import { FILTER_KEYS } from "../engine/constants.js";
import { inDigits, listed } from "../engine/text.js";
import { dayField } from "../fields/day_field.js";
import { readDays } from "../fields/day_words.js";
import { offerMonths } from "../fields/month_grid.js";
import { byId } from "../standalone/page_parts.js";
import { daysOfList } from "./asked.js";

/** @import { Store } from "../store/store.js" */
/** @import { Asked } from "./asked.js" */

/** @typedef {(change: Partial<Asked>, isTyped?: boolean) => unknown} Ask */

export class EventForm {
  #isOwnSpan = false; // the reader set its days: then its fields stay, also where it is a year

  /**
   * @param {Store} store
   * @param {Asked} asked
   * @param {Ask} ask
   */
  constructor(store, asked, ask) {
    offerMonths();
    readDays();
    this.store = store;
    this.asked = asked;
    this.ask = ask;
    this.form = /** @type {HTMLFormElement} */ (byId("asked"));
    this.span = /** @type {HTMLElement} */ (this.form.querySelector(".span"));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", ({ target }) => this.#changed(target));
    this.from = this.#dayField("from", store.t("provinces.start"));
    this.to = this.#dayField("to", store.t("provinces.end"));
    this.fill(asked);
    this.form.hidden = false;
  }

  /**
   * Let the form say what is asked for.
   * @param {Asked} asked
   */
  fill(asked) {
    this.asked = asked;
    const { form } = this;
    const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    if (document.activeElement !== field("q")) field("q").value = asked.q;
    field("order").value = asked.order;
    field("branch").value = asked.branch;
    field("days").value = this.#chosenDays();
    const counts = FILTER_KEYS.map((key) => (key === "actor" ? 0 : this.#fillFilter(key)));
    this.#fillFilter("actor");
    this.#count(
      ".more",
      counts.reduce((sum, count) => sum + count, 0),
    );
    this.#fillSpan();
  }

  /** The name of the days: a year where they are one. */
  #chosenDays() {
    const { days, from, to } = this.asked;
    const year = from.slice(0, 4);
    const span = year && !this.#isOwnSpan && days === "span" ? this.#year(year) : null;
    return span && span.from === from && span.to === to ? year : days;
  }

  /**
   * @param {string} key
   * @returns how many of its values are chosen
   */
  #fillFilter(key) {
    const chosen = new Set((this.asked.filters[/** @type {keyof Asked["filters"]} */ (key)] ?? "").split(","));
    let count = 0;
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(`input[name=${key}]`))) {
      box.checked = chosen.has(box.value);
      count += Number(box.checked);
    }
    this.#count(`[data-key=${key}]`, count);
    return count;
  }

  /**
   * Tell in the summary of what is folded in how many values are chosen there.
   * @param {string} selector
   * @param {number} count
   */
  #count(selector, count) {
    const told = this.form.querySelector(`details${selector} > summary b`);
    if (told) told.textContent = count ? inDigits(count) : "";
  }

  /** The fields of a span, where one is asked for that is no year. */
  #fillSpan() {
    const [from, to] = daysOfList(this.asked, this.store.record);
    this.span.hidden = this.#chosenDays() !== "span";
    this.from.set(from);
    this.to.set(to);
  }

  /**
   * @param {"from" | "to"} key
   * @param {string} label
   */
  #dayField(key, label) {
    const choose = (/** @type {string} */ iso) => this.ask({ days: "span", [key]: iso });
    return dayField(this.span, this.store, { key, label, choose });
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.name) return;
    const { name, value } = target;
    if (name === "q") return this.ask({ q: value.trim() }, true);
    if (name === "days") {
      this.#isOwnSpan = value === "span";
      return this.ask(this.#daysOf(value));
    }
    if (name === "order") return this.ask({ order: value === "oldest" ? "oldest" : "newest" });
    if (name === "branch") return this.ask({ branch: value });
    const boxes = [...this.form.querySelectorAll(`input[name=${name}]:checked`)];
    const chosen = new Set(boxes.map((box) => /** @type {HTMLInputElement} */ (box).value));
    const all = this.store.record.filter.all[/** @type {keyof Asked["filters"]} */ (name)];
    const filters = { ...this.asked.filters, [name]: all.filter((one) => chosen.has(one)).join(",") || null };
    return this.ask({ filters });
  }

  /**
   * The days that a choice means: a year is a span; 'From – to' begins at the days on show.
   * @param {string} value
   * @returns {Partial<Asked>}
   */
  #daysOf(value) {
    const { record } = this.store;
    if (value === "record" || value === "window") return { days: value };
    if (value === "span") {
      const [from, to] = daysOfList(this.asked, record);
      return { days: "span", from, to };
    }
    return { days: "span", ...this.#year(value) };
  }

  /** @param {string} year */
  #year(year) {
    const { record } = this.store;
    const [first, last] = [record.firstDay, record.iso(record.days - 1)];
    const [from] = [first, `${year}-01-01`].sort().slice(-1);
    const [to] = [last, `${year}-12-31`].sort();
    return { from, to };
  }

  /**
   * The chosen values of a filter, as the form names them.
   * @param {string} key
   */
  valuesInWords(key) {
    const boxes = [...this.form.querySelectorAll(`input[name=${key}]:checked`)];
    return listed(boxes.map((box) => box.parentElement?.firstElementChild?.nextSibling?.textContent?.trim()));
  }
}
