/** The card of what is selected; that of an area follows the day. */

import { el } from "../engine/elements.js";
import { wayBack } from "../parts/way_back.js";
import { NOTHING } from "../store/store.js";
import { placeCard, provinceCard } from "./area_card.js";
import { eventCard } from "./event_card.js";

/** @import { Store } from "../store/store.js" */

export class Selection {
  #selected = "";
  #drawn = "";

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.root = el("div", { cls: "selection" });
    store.focusCard = () => this.#focus();
  }

  async render() {
    const { store } = this;
    const { event, province, district, place } = store.state;
    const selected = [province, district, place, event].join(" ");
    const isFresh = selected !== this.#selected;
    this.#selected = selected;
    if (event && !isFresh) return;
    if (!event && !province && !place) return this.#leave();
    const cards = await store.cards();
    if (this.#selected !== selected || (this.#isDrawn(selected) && !isFresh)) return;
    const card = event ? eventCard : place ? placeCard : provinceCard;
    this.#put(
      card(store, cards, () => this.#close()),
      isFresh,
    );
    if (isFresh) this.#tell();
  }

  /** A card that has opened is said; one that was chosen in a list or by keys takes the focus along, which says it too. */
  #tell() {
    const heading = this.root.querySelector("h2");
    const isChosen = wayBack(this.store).from(this.store.state.event) !== null || this.store.leaveCard;
    if (!isChosen) return this.store.say(this.store.t("status.card", { title: heading?.textContent ?? "" }), "card");
    this.#focus();
  }

  #focus() {
    const heading = /** @type {HTMLElement | null} */ (this.root.querySelector("h2"));
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  #leave() {
    this.#drawn = "";
    this.root.replaceChildren();
  }

  /**
   * Whether the card shows already what it would say now.
   * @param {string} selected
   */
  #isDrawn(selected) {
    const { state, record } = this.store;
    const { day, perspective, window, layer, presence } = state;
    const requested = [selected, day, perspective, window, layer, presence, record.filter.turn].join(" ");
    const isDrawn = requested === this.#drawn;
    this.#drawn = requested;
    return isDrawn;
  }

  /**
   * Put a card in the place of the former; of the same area what is unfolded stays so, and the focus where it is.
   * @param {HTMLElement} card
   * @param {boolean} isFresh
   */
  #put(card, isFresh) {
    const open = isFresh ? [] : kept(this.root, "details[open]");
    const root = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    const focused = this.root.contains(root.activeElement) ? root.activeElement?.getAttribute("data-keep") : null;
    this.root.replaceChildren(card);
    for (const details of this.root.querySelectorAll("details"))
      if (open.includes(details.dataset.keep)) details.open = true;
    if (focused && !isFresh)
      /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-keep="${CSS.escape(focused)}"]`))?.focus();
  }

  #close() {
    const { state } = this.store;
    if (state.event && wayBack(this.store).from(state.event)) return wayBack(this.store).back();
    this.store.set(state.event ? { event: null } : NOTHING);
    this.store.commit();
  }
}

/**
 * What elements that are kept are called.
 * @param {Element} root
 * @param {string} selector
 */
const kept = (root, selector) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))].map(({ dataset }) => dataset.keep);
