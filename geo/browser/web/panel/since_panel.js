/** What changed since another day: one sentence, a table with areas, the events between. */

import { el, plainDate } from "../engine/text.js";
import { spanWords } from "../map/tooltip.js";

const STEPS = [-30, -7, 7, 30];
const MOST_EVENTS = 40;

export class Compare {
  constructor(store) {
    this.store = store;
    const { t, record } = store;
    this.field = el("input", {
      cls: "typed",
      attrs: { type: "date", min: record.firstDay, max: record.iso(record.days - 1), "aria-label": t("compare.since") },
      on: { change: () => this.#choose(record.dayNumber(this.field.value)) },
    });
    const away = (days) =>
      el("button", {
        cls: "text",
        text: t(days < 0 ? "compare.days_before" : "compare.days_after", { days: Math.abs(days) }),
        attrs: { type: "button" },
        on: { click: () => this.#choose(record.clampDay(store.state.day + days)) },
      });
    const mark = el("button", {
      cls: "text",
      text: t("compare.mark"),
      attrs: { type: "button", title: t("compare.mark_hint") },
      on: { click: () => this.#choose(store.state.day) },
    });
    const clear = el("button", {
      cls: "text",
      text: t("compare.clear"),
      attrs: { type: "button" },
      on: { click: () => this.#choose(null) },
    });
    this.result = el("div");
    this.root = el(
      "details",
      { cls: "compare" },
      el("summary", { text: t("compare.title") }),
      el("div", { cls: "row choices" }, this.field, ...STEPS.map(away), mark, clear),
      this.result,
    );
  }

  render() {
    const { record, state, t } = this.store;
    if (state.since === null) return this.result.replaceChildren(el("p", { cls: "quiet", text: t("compare.none") }));
    this.root.open = true;
    this.field.value = record.iso(state.since);
    const [first, last] = [Math.min(state.since, state.day), Math.max(state.since, state.day)];
    const changes = record.difference(first, last, state.perspective);
    const between = record.eventsIn(first, last);
    const events = between.length;
    const km2 = changes.reduce((sum, { district }) => sum + record.districts[district].km2, 0);
    const days = { first: plainDate(record.iso(first)), last: plainDate(record.iso(last)), events };
    const sentence = changes.length
      ? t("compare.sentence", { ...days, count: changes.length, km2: Math.round(km2).toLocaleString("en") })
      : t("compare.same", days);
    return this.result.replaceChildren(
      el("p", { text: sentence }),
      changes.length ? this.#table(changes) : "",
      events ? this.#events(between) : "",
    );
  }

  /** The events between, the last ones first. */
  #events(numbers) {
    const { record, t } = this.store;
    const open = (id) => () => (this.store.set({ event: id }), this.store.commit());
    const row = (i) =>
      el(
        "li",
        {},
        el(
          "button",
          { cls: "event", attrs: { type: "button" }, on: { click: open(record.events.id[i]) } },
          el("span", { cls: "where", text: spanWords(record, i) }),
          el("span", { cls: "title", text: record.events.title[i] }),
        ),
      );
    const shown = numbers.slice(-MOST_EVENTS).reverse();
    const list = el(
      "details",
      {},
      el("summary", { text: t("compare.events", { shown: shown.length, count: numbers.length }) }),
      el("ol", { cls: "events" }, ...shown.map(row)),
    );
    list.open = this.eventsOpen ?? false;
    list.addEventListener("toggle", () => (this.eventsOpen = list.open));
    return list;
  }

  #table(changes) {
    const { record, t } = this.store;
    const words = (known) =>
      known ? `${record.actorName(known.controller)}, ${t(`status.${known.status}`)}` : t("state.unknown");
    const rows = new Map();
    for (const { district, before, after } of changes) {
      const { name, province, km2 } = record.districts[district];
      const key = JSON.stringify([province, words(before), words(after)]);
      const row = rows.get(key) ?? { names: [], km2: 0 };
      rows.set(key, { names: [...row.names, name], km2: row.km2 + km2 });
    }
    const head = ["where", "before", "after", "km2"].map((key) =>
      el("th", { text: t(`compare.${key}`), attrs: { scope: "col" } }),
    );
    const body = [...rows].map(([key, { names, km2 }]) => {
      const [province, was, is] = JSON.parse(key);
      return el(
        "tr",
        {},
        ...[
          `${record.provinces[province].name}: ${names.join(", ")}`,
          was,
          is,
          Math.round(km2).toLocaleString("en"),
        ].map((text) => el("td", { text })),
      );
    });
    return el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
  }

  #choose(day) {
    this.store.set({ since: day });
    this.store.commit();
  }
}
