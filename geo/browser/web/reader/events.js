/** The list of events of the reader's edition: the form that its page has, answered from the record in the browser. */

import { langOfAddress } from "../copy/page_way.js";
import { FILTER_KEYS, VIEW_DEFAULTS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { series } from "../engine/text.js";
import { SearchIndex } from "../search/index.js";
import { byId, inlined } from "../standalone/page_parts.js";
import { pageStore } from "../store/page.js";
import { spanInWords } from "../wording/date_spans.js";
import { askedOf, daysOfList, queryOfList } from "./asked.js";
import { EventForm } from "./event_form.js";
import { assetsOf } from "./fetched.js";
import { eventsOf, eventTable, tally } from "./found.js";

/** @import { Assets, Cards } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Asked, Branches } from "./asked.js" */

const PAGE_SIZE = 50;

/** What the form asks for, and what was found. */
class EventList {
  /** @type {Cards | null} what of events is searched beside their titles; asked for with the first word */
  #cards = null;
  /** @type {SearchIndex | null} */
  #index = null;

  /**
   * @param {Store} store
   * @param {{date: string, branches: Branches, branchWords: {[branch: string]: string}}} page
   */
  constructor(store, { date, branches, branchWords }) {
    this.store = store;
    this.branches = branches;
    this.branchWords = branchWords;
    this.usual = { date, window: VIEW_DEFAULTS.window };
    this.root = byId("found");
    this.asked = this.#read();
    this.form = new EventForm(store, this.asked, (change, isTyped) => this.ask(change, isTyped));
    addEventListener("popstate", () => {
      this.asked = this.#read();
      this.#show();
    });
  }

  #read() {
    return askedOf(new URLSearchParams(location.search), this.store.record, this.usual, this.branches);
  }

  /** What the address asks for; the page as it came where it asks for nothing. */
  async start() {
    if (location.search) await this.#show();
  }

  /**
   * @param {Partial<Asked>} change
   * @param {boolean} [isTyped] what is typed is no entry of the history
   */
  ask(change, isTyped = false) {
    this.asked = { ...this.asked, page: 1, ...change };
    const address = addressOf(this.asked);
    if (isTyped) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    return this.#show();
  }

  async #show() {
    const { asked, store } = this;
    this.form.fill(asked);
    if (asked.q && !this.#cards) {
      this.#cards = await store.cards();
      if (asked !== this.asked) return; // something else was asked for meanwhile
    }
    const numbers = this.#found();
    const pages = Math.max(1, Math.ceil(numbers.length / PAGE_SIZE));
    const page = Math.min(asked.page, pages);
    const shown = numbers.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const none = el("p", { cls: "box", text: store.t("events.none") });
    const rows = [this.#tally(numbers), eventTable(store, this.#cards, shown), this.#pager(page, pages)];
    const parts = [this.#told(numbers.length), ...(numbers.length ? rows : [none])];
    this.root.replaceChildren(el("div", { cls: "reading", attrs: { "aria-live": "polite" } }, ...parts));
  }

  /** The numbers of the events that are asked for, in order. */
  #found() {
    const { record } = this.store;
    if (this.asked.q) this.#index ??= new SearchIndex(record, this.#cards);
    return eventsOf(record, this.asked, this.#index, this.branches);
  }

  /** @param {number} count */
  #told(count) {
    const { record, t } = this.store;
    const { q, filters, branch } = this.asked;
    const chosen = FILTER_KEYS.filter((key) => filters[/** @type {keyof Asked["filters"]} */ (key)]);
    const named = chosen.map((key) =>
      t("words.labelled", { label: t(`filter.${key}`), told: this.form.valuesInWords(key) }),
    );
    return el("p", {
      text: t(q ? "events.told_words" : "events.told", {
        count: t("events.count", { count }),
        days: spanInWords(...daysOfList(this.asked, record)),
        words: q,
        filters: series([...named, this.branchWords[branch]]) || t("events.no_filter"),
        version: record.version,
      }),
    });
  }

  /** @param {number[]} numbers */
  #tally(numbers) {
    const { store, asked } = this;
    const wayTo = (/** @type {string} */ area) => addressOf({ ...asked, page: 1, filters: { ...asked.filters, area } });
    const line = tally(store, numbers, wayTo);
    if (asked.filters.actor || asked.branch) return line;
    return el("details", {}, el("summary", {}, el("h3", { text: store.t("events.by_province") })), line);
  }

  /**
   * @param {number} page
   * @param {number} pages
   */
  #pager(page, pages) {
    if (pages === 1) return null;
    const { t } = this.store;
    /** @type {(key: string, to: number) => HTMLElement} */
    const button = (key, to) => {
      const attrs = { type: "button", ...(to < 1 || to > pages ? { disabled: "" } : {}) };
      return el("button", { text: t(key), attrs, on: { click: () => this.#turn(to) } });
    };
    return el(
      "p",
      { cls: "pager" },
      button("events.previous_page", page - 1),
      el("span", { text: t("events.page", { page, pages }) }),
      button("events.next_page", page + 1),
    );
  }

  /** @param {number} page */
  #turn(page) {
    this.ask({ page });
    this.root.scrollIntoView();
  }
}

/**
 * The address of a list, in the language of this one.
 * @param {Asked} asked
 */
const addressOf = (asked) => `?${[queryOfList(asked), langOfAddress()].filter(Boolean).join("&")}`;

async function start() {
  /** @type {{assets: Assets, root: string, date: string, branches: Branches, branchWords: {[branch: string]: string}}} */
  const page = inlined("page");
  const store = pageStore(assetsOf(page));
  await store.loaded;
  store.mapPainted(store); // no map is waited for on this page
  await store.whole;
  await new EventList(store, page).start();
}

start();
