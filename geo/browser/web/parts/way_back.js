/** The way back from an event's card to the list in which it was chosen: its place on the screen and the focus. */

import { el } from "../engine/elements.js";

/** @import { State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** @typedef {"list" | "place"} From the list of the window's events, or the card of an area */
/**
 * `day` is the one before the choice, `ledTo` the one that the choice led to; null once it has moved since.
 * @typedef {{event: string, from: From, day: number, ledTo: number | null, root: Document | ShadowRoot,
 *   scrolls: [Element, number][]}} Left
 */

/** @type {WeakMap<Store, WayBack>} */
const known = new WeakMap();

/**
 * The one way back of a page.
 * @param {Store} store
 */
export function wayBack(store) {
  const way = known.get(store) ?? new WayBack(store);
  known.set(store, way);
  return way;
}

class WayBack {
  /** @type {Left | null} */
  #left = null;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    store.attach("way back", this);
  }

  /**
   * Note where an event is chosen, before it is.
   * @param {HTMLElement} button with the event's id
   * @param {From} from
   * @param {number} ledTo the day that the choice leads to
   */
  leave(button, from, ledTo = this.store.state.day) {
    const event = button.dataset.event ?? "";
    const root = /** @type {Document | ShadowRoot} */ (button.getRootNode());
    this.#left = { event, from, root, ledTo, day: this.store.state.day, scrolls: scrollsAround(button) };
  }

  /**
   * Without its event on show there is no way; a day that the reader has chosen since is theirs.
   * @param {State} state
   */
  draw({ event, day }) {
    if (this.#left?.event !== event) this.#left = null;
    else if (this.#left.ledTo !== day) this.#left.ledTo = null;
  }

  /**
   * Where an event on show was chosen; null when it was anywhere else.
   * @param {string | null} event
   */
  from(event) {
    return this.#left?.event === event ? this.#left.from : null;
  }

  /**
   * The button that leads back; null where there is no way.
   * @param {string | null} event on show
   */
  button(event) {
    const from = this.from(event);
    if (!from) return null;
    const text = this.store.t(from === "list" ? "card.back_list" : "card.back_place");
    return el("button", { cls: "text back", text, attrs: { type: "button" }, on: { click: () => this.back() } });
  }

  /** Close the card and put scroll and focus back to where they were; the day too, if the choice has moved it. */
  back() {
    const left = this.#left;
    if (!left) return;
    const { day } = this.store.state;
    this.#left = null;
    this.store.set({ event: null, day: day === left.ledTo ? left.day : day });
    this.store.commit();
    this.store.outstanding.during("the way back", this.#arrive(left));
  }

  /** @param {Left} left */
  async #arrive({ event, from, root, scrolls }) {
    await this.store.cards(); // an area's card waits for them
    for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
    const rows = [...root.querySelectorAll(`[data-event="${CSS.escape(event)}"]`)];
    const row = /** @type {HTMLElement | undefined} */ (
      rows.find((one) => Boolean(one.closest(".card")) === (from === "place"))
    );
    row?.dispatchEvent(new CustomEvent("replay-reveal", { bubbles: true, composed: true })); // for who keeps it folded
    for (const [element, top] of scrolls) element.scrollTop = top;
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }
}

/**
 * The elements around one that are scrolled, also outside of its shadow root, and how far.
 * @param {Element} element
 * @returns {[Element, number][]}
 */
function scrollsAround(element) {
  /** @type {[Element, number][]} */
  const found = [];
  /** @type {Node | null} */
  let node = element;
  while (node) {
    if (node instanceof Element && node.scrollTop) found.push([node, node.scrollTop]);
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return found;
}
