/** What is selected opens the pane of places; when nothing is, the reader stands again where they were. */

/** @import { State } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Sheet } from "./sheet.js" */
/** @import { Tabs } from "./tabs.js" */

export const PLACE = "place";

export class PlaceTab {
  #selected = "";
  /** @type {{tab: string, isUp: boolean, focus: HTMLElement | null} | null} */
  #before = null;
  #isFirst = true;

  /**
   * @param {Store} store
   * @param {HTMLElement} root the panel
   * @param {Tabs} tabs
   * @param {Sheet} sheet
   */
  constructor(store, root, tabs, sheet) {
    this.store = store;
    this.root = root;
    this.tabs = tabs;
    this.sheet = sheet;
  }

  /** Whether something is selected. */
  get isOpen() {
    return Boolean(this.#selected);
  }

  /** @param {State} state */
  follow(state) {
    const selected = this.#keyOf(state);
    if (selected !== this.#selected) {
      this.#selected = selected;
      if (selected) this.#open();
      else this.#return();
    }
    this.#isFirst = false;
  }

  /** @param {State} state */
  #keyOf({ event, province, district, place }) {
    const { userData, reference } = this.store;
    const added = userData.selected >= 0 ? `added ${userData.selected}` : "";
    const other = reference.selected >= 0 ? `other ${reference.selected}` : "";
    return [event, province, district, place, added, other].filter(Boolean).join(" ");
  }

  /** A link's selection leaves a sheet down: the map is what the link shows. */
  #open() {
    const { tabs, sheet } = this;
    if (tabs.active !== PLACE) this.#before = { tab: tabs.active, isUp: sheet.isUp, focus: this.#focused() };
    tabs.show(PLACE);
    tabs.toTop(PLACE);
    if (!this.#isOfLink()) sheet.raise();
  }

  /** Whether a link selects it; what a reader selected before the panel came is the reader's. */
  #isOfLink() {
    return this.#isFirst && this.store.first !== null && this.#selected === this.#keyOf(this.store.first);
  }

  #return() {
    const before = this.#before;
    this.#before = null;
    if (this.tabs.active !== PLACE || this.#isFirst) return;
    this.tabs.show(before?.tab ?? this.tabs.tabs[0].key);
    if (!before?.isUp) this.sheet.lower();
    const leave = this.store.leaveCard;
    this.store.leaveCard = null;
    if (leave) leave();
    else if (before?.focus?.isConnected) before.focus.focus({ preventScroll: true });
  }

  /** What in the panel has the focus. */
  #focused() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    return activeElement instanceof HTMLElement && this.root.contains(activeElement) ? activeElement : null;
  }
}
