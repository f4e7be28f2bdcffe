/** The card of what is selected; that of an area follows the day. */

import { el } from "../engine/elements.js";
import { NOTHING } from "../engine/store.js";
import { placeCard, provinceCard } from "./area_card.js";
import { eventCard } from "./event_card.js";

/** @import { Store } from "../engine/store.js" */

const NARROW_PX = 1000; // below this the panel stands under the map: what was chosen is scrolled to

export class Selection {
  #selected = "";
  #wasOpened = false;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.root = el("div", { cls: "selection" });
  }

  async render() {
    const { store } = this;
    const { event, province, district, place } = store.state;
    const selected = [province, district, place, event].join(" ");
    const isFresh = selected !== this.#selected;
    this.#selected = selected;
    if (event && !isFresh) return;
    if (!event && !province && !place) return this.root.replaceChildren();
    const cards = await store.cards();
    if (this.#selected !== selected) return;
    const card = event ? eventCard : place ? placeCard : provinceCard;
    this.root.replaceChildren(card(store, cards, () => this.#close()));
    if (isFresh && this.#wasOpened && innerWidth < NARROW_PX) this.root.scrollIntoView({ block: "start" });
    this.#wasOpened = true;
  }

  #close() {
    this.store.set(this.store.state.event ? { event: null } : NOTHING);
    this.store.commit();
  }
}
