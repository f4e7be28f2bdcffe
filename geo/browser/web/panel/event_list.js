/** The events of the window as a list, the newest first by their first day, exact days before others; a row opens the event's card. */

import { plainDate } from "../engine/dates.js";
import { el, setText } from "../engine/elements.js";
import { ElementCache, reconcile } from "../engine/reconcile.js";
import { inTurn } from "../engine/text.js";
import { wayBack } from "../parts/way_back.js";
import { eventButton } from "../place/event_row.js";

/** @import { Store } from "../store/store.js" */

const SORTED_ROWS = 5000; // of very many events the list holds the newest
const FIRST_ROWS = 30;
const MORE_ROWS = 100;

export class EventList {
  #rows = FIRST_ROWS;

  /**
   * @param {Store} store
   * @param {() => void} renderAgain with more rows
   */
  constructor(store, renderAgain) {
    this.store = store;
    /** @type {ElementCache<HTMLElement>} */
    this.cache = new ElementCache();
    this.head = el("h2");
    this.span = el("p", { cls: "quiet" });
    this.list = el("ol", { cls: "events" });
    const showMore = () => {
      const shown = this.#rows;
      this.#rows += MORE_ROWS;
      renderAgain();
      this.list.children[shown]?.querySelector("button")?.focus();
    };
    this.more = el("button", { cls: "text", attrs: { type: "button" }, on: { click: showMore } });
    this.root = el("section", {}, this.head, this.span, this.list, this.more);
  }

  /**
   * @param {number[]} numbers of the events
   * @param {number} first day of the window
   */
  render(numbers, first) {
    const { record, state, t } = this.store;
    const { start, datePrecision } = record.events;
    const newest = numbers.slice(-SORTED_ROWS).reverse();
    const rows = newest.sort((a, b) => start[b] - start[a] || datePrecision[a] - datePrecision[b]);
    const span = t("panel.span", { first: plainDate(record.iso(first)), last: plainDate(record.iso(state.day)) });
    setText(this.head, t(`panel.events.${state.window}`, { count: numbers.length }));
    setText(this.span, rows.length ? span : inTurn([span, t("panel.no_events")]));
    this.cache.round();
    reconcile(
      this.list,
      rows.slice(0, this.#rows).map((i) => this.#row(i)),
    );
    this.more.hidden = numbers.length <= this.#rows;
    setText(this.more, t("panel.more", { count: numbers.length - this.#rows }));
  }

  /** @param {number} i */
  #row(i) {
    const { record, state } = this.store;
    const id = record.events.id[i];
    const row = this.cache.keep(id, () => this.#newRow(i, id));
    row.firstElementChild?.setAttribute("aria-pressed", String(state.event === id));
    return row;
  }

  /**
   * @param {number} i
   * @param {string} id
   */
  #newRow(i, id) {
    const { store } = this;
    const toggle = (/** @type {HTMLElement} */ button) => {
      const isShown = store.state.event === id;
      if (!isShown) wayBack(store).leave(button, "list");
      store.set({ event: isShown ? null : id });
      store.commit();
    };
    return el("li", {}, eventButton(store, i, toggle));
  }
}
