/** All filters in one place: a box a value with the number of events it has in the window. */

import { FILTER_KEYS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { toggled } from "../engine/filter.js";
import { inDigits } from "../engine/text.js";
import { keepFocus } from "../parts/kept_focus.js";

/** @import { FilterKey, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

/** What stands before a value in the key of its text. */
const TEXTS = { type: "type", grade: "verification", precision: "where", claimant: "claimant", kind: "kind" };
const KEYS = /** @type {FilterKey[]} */ (FILTER_KEYS);

export class FiltersView {
  /** @type {Set<FilterKey>} */
  #open = new Set();

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.summary = el("summary");
    this.body = el("div", { cls: "filters" });
    this.root = el("details", { cls: "filter-box" }, this.summary, this.body);
    this.root.addEventListener("toggle", () => this.render());
  }

  render() {
    const { record, state, t } = this.store;
    const { active, hidden } = record.filter;
    this.summary.textContent = active.length ? t("filter.summary", { count: active.length, hidden }) : t("filter.none");
    if (!this.root.open) return;
    const numbers = numbersInWindow(record, state);
    const clear = el("button", {
      cls: "text",
      text: t("filter.clear"),
      attrs: { type: "button" },
      on: { click: () => this.#choose(Object.fromEntries(KEYS.map((key) => [key, null]))) },
    });
    const groups = KEYS.map((key) => this.#group(key, numbers));
    keepFocus(this.body, () => this.body.replaceChildren(active.length ? clear : "", ...groups));
  }

  /**
   * @param {FilterKey} key
   * @param {number[]} numbers
   */
  #group(key, numbers) {
    const { record, state, t } = this.store;
    const options = record.filter.options(key);
    const counts = record.filter.counts(key, state, numbers);
    const chosen = new Set(state[key]?.split(",") ?? []);
    const boxes = options.map((value) => {
      const toggle = () => this.#choose({ [key]: toggled(state[key], value, options) });
      const input = el("input", {
        attrs: { type: "checkbox", "data-keep": `${key} ${value}` },
        on: { change: toggle },
      });
      input.checked = chosen.has(value);
      return box(this.#name(key, value), counts.get(value) ?? 0, input);
    });
    const title = t(`filter.${key}`);
    const summary = el("summary", {
      text: chosen.size ? `${title} (${chosen.size})` : title,
      attrs: { "data-keep": key },
    });
    const group = el("details", { cls: "filter-group" }, summary, ...boxes);
    group.open = this.#open.has(key) || chosen.size > 0;
    group.addEventListener("toggle", () => {
      if (group.open) this.#open.add(key);
      else this.#open.delete(key);
    });
    return group;
  }

  /**
   * @param {FilterKey} key
   * @param {string} value
   */
  #name(key, value) {
    const { record, t } = this.store;
    if (key === "actor") return record.actorName(value);
    if (key === "area") return record.provinces.find(({ id }) => id === value)?.name ?? value;
    return t(`${TEXTS[key]}.${value}`);
  }

  /** @param {Partial<State>} change */
  #choose(change) {
    this.store.set(change);
    this.store.commit();
  }
}

/**
 * @param {string} name
 * @param {number} count
 * @param {HTMLInputElement} input
 */
function box(name, count, input) {
  return el(
    "label",
    { cls: count ? "" : "quiet" },
    input,
    el("span", { text: name }),
    el("span", { cls: "number", text: inDigits(count) }),
  );
}

/**
 * All events of the window, whatever the filters.
 * @param {Record} record
 * @param {State} state
 */
function numbersInWindow(record, state) {
  const first = record.windowStart(state.day, state.window);
  const { start, end } = record.events;
  return [...start.keys()].filter((i) => start[i] <= state.day && end[i] >= first);
}
