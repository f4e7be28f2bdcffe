/** All filters in one place: a box a value with the number of events it has in the window. */

import { FILTER_KEYS } from "../engine/constants.js";
import { toggled } from "../engine/filter.js";
import { el } from "../engine/text.js";

export class FiltersView {
  constructor(store) {
    this.store = store;
    this.summary = el("summary");
    this.body = el("div", { cls: "filters" });
    this.root = el("details", { cls: "filter-box" }, this.summary, this.body);
    this.root.addEventListener("toggle", () => this.render());
  }

  render() {
    const { store } = this;
    const { record, state, t } = store;
    const { active, hidden } = record.filter;
    this.summary.textContent = active.length ? t("filter.summary", { count: active.length, hidden }) : t("filter.none");
    if (!this.root.open) return;
    const numbers = inWindow(record, state);
    const clear = el("button", {
      cls: "text",
      text: t("filter.clear"),
      attrs: { type: "button" },
      on: { click: () => this.#choose(Object.fromEntries(FILTER_KEYS.map((key) => [key, null]))) },
    });
    this.body.replaceChildren(active.length ? clear : "", ...FILTER_KEYS.map((key) => this.#group(key, numbers)));
  }

  #group(key, numbers) {
    const { record, state, t } = this.store;
    const options = record.filter.options(key);
    const counts = record.filter.counts(key, state, numbers);
    const chosen = new Set(state[key] ? state[key].split(",") : []);
    const box = (value) => {
      const input = el("input", {
        attrs: { type: "checkbox" },
        on: { change: () => this.#choose({ [key]: toggled(state[key], value, options) }) },
      });
      input.checked = chosen.has(value);
      return el(
        "label",
        { cls: counts.get(value) ? "" : "quiet" },
        input,
        el("span", { text: this.#name(key, value) }),
        el("span", { cls: "number", text: String(counts.get(value)) }),
      );
    };
    const group = el(
      "details",
      { cls: "filter-group" },
      el("summary", { text: `${t(`filter.${key}`)}${chosen.size ? ` (${chosen.size})` : ""}` }),
      ...options.map(box),
    );
    group.open = this.openGroups?.has(key) || chosen.size > 0;
    group.addEventListener("toggle", () =>
      group.open ? (this.openGroups ??= new Set()).add(key) : this.openGroups?.delete(key),
    );
    return group;
  }

  #name(key, value) {
    const { record, t } = this.store;
    if (key === "actor") return record.actorName(value);
    if (key === "area") return record.provinces.find(({ id }) => id === value).name;
    return t(
      {
        type: `type.${value}`,
        grade: `verification.${value}`,
        precision: `where.${value}`,
        claimant: `claimant.${value}`,
        kind: `kind.${value}`,
      }[key],
    );
  }

  #choose(change) {
    this.store.set(change);
    this.store.commit();
  }
}

/** All events of the window, whatever the filters. */
function inWindow(record, state) {
  const first = record.windowStart(state.day, state.window);
  const { start, end } = record.events;
  return [...start.keys()].filter((i) => start[i] <= state.day && end[i] >= first);
}
