/** What the view rests on: the sources of the claims that decide it, then those of the events on show. */

import { el } from "../engine/elements.js";
import { sourceLine } from "../parts/card_parts.js";

/** @import { Cards, Shown } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const SHOWN_FIRST = 20;

export class SourcesPane {
  #shown = "";

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.root = el("div", { cls: "sources-pane" });
    this.found = el("div");
    this.root.append(this.found, el("p", { cls: "small", text: store.t("app.credits") }));
  }

  /** Drawn when it is on show. */
  async render() {
    const { store } = this;
    const cards = await store.cards();
    const lists = sourcesOf(store, cards);
    const shown = JSON.stringify(lists);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.found.replaceChildren(
      ...this.#section("sources.deciding", lists.deciding, cards),
      ...this.#section("sources.of_events", lists.events, cards),
    );
  }

  /**
   * @param {string} key
   * @param {string[]} ids
   * @param {Cards} cards
   */
  #section(key, ids, cards) {
    const { t } = this.store;
    const list = el("ul", { cls: "sources" });
    const show = (/** @type {string[]} */ some) => list.append(...some.map((id) => sourceLine(this.store, cards, id)));
    show(ids.slice(0, SHOWN_FIRST));
    const rest = ids.slice(SHOWN_FIRST);
    const more = el("button", {
      cls: "text",
      text: t("panel.more", { count: rest.length }),
      attrs: { type: "button" },
    });
    more.addEventListener("click", () => {
      show(rest);
      more.remove();
      const first = /** @type {HTMLElement | undefined} */ (list.children[SHOWN_FIRST]);
      first?.setAttribute("tabindex", "-1"); // not each has a link
      first?.focus();
    });
    const none = ids.length ? null : el("p", { cls: "quiet", text: t("sources.none") });
    const parts = [el("h2", { text: t(key, { count: ids.length }) }), none, list, rest.length ? more : null];
    return parts.filter((part) => part !== null);
  }
}

/**
 * Ids of sources, each once: of what decides the state of fewest districts first, since of the whole country it is told last.
 * @param {Shown} shown
 * @param {Cards} cards
 */
export function sourcesOf({ record, state }, cards) {
  const isControl = !state.layer || state.layer === "control";
  const claims = isControl ? decidingClaims(record, state) : [];
  const deciding = new Set(claims.flatMap((id) => cards.claims[id]?.source_ids ?? []));
  const numbers = record.eventsIn(record.windowStart(state.day, state.window), state.day);
  const ofEvents = Array.from(numbers, (i) => cards.events[record.events.id[i]]?.source_ids ?? []);
  const events = new Set(ofEvents.flat().filter((id) => !deciding.has(id)));
  return { deciding: [...deciding], events: [...events] };
}

/**
 * @param {Shown["record"]} record
 * @param {Shown["state"]} state
 */
function decidingClaims(record, { day, perspective }) {
  /** @type {Map<number, number>} */
  const districts = new Map();
  for (const number of record.control(day, perspective).state)
    if (number >= 0) districts.set(number, (districts.get(number) ?? 0) + 1);
  const rarest = [...districts].sort(([, one], [, other]) => one - other).map(([number]) => record.states[number]);
  const places = record.zonesOn(day, perspective).map(({ state }) => state);
  return [...new Set([...places, ...rarest].flatMap(({ claims }) => claims))];
}
