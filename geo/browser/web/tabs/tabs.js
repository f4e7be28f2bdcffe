/** Tabs over panes, of which one is on show; arrows move between them, and each keeps where it was scrolled to. */

import { el } from "../engine/elements.js";

/** @typedef {{key: string, name: string, pane: HTMLElement}} Tab */

const STEPS = /** @type {{[key: string]: (at: number, count: number) => number}} */ ({
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
});

export class Tabs {
  /** @type {Map<string, number>} */
  #scrolled = new Map();
  active = "";

  /**
   * @param {string} label
   * @param {Tab[]} tabs
   * @param {(key: string) => void} onChosen told when the reader chooses one, also the one on show
   */
  constructor(label, tabs, onChosen) {
    this.tabs = tabs;
    this.onChosen = onChosen;
    this.buttons = tabs.map((tab) => this.#button(tab));
    for (const { key, pane } of tabs) dress(pane, key);
    this.root = el("div", { cls: "tabs", attrs: { role: "tablist", "aria-label": label } }, ...this.buttons);
    this.root.addEventListener("keydown", (event) => this.#move(event));
    this.show(tabs[0].key);
  }

  /**
   * Put a pane on show.
   * @param {string} key
   */
  show(key) {
    if (key === this.active) return;
    const before = this.tabs.find((tab) => tab.key === this.active);
    if (before) this.#scrolled.set(before.key, before.pane.scrollTop);
    this.active = key;
    this.tabs.forEach(({ key: one, pane }, at) => {
      const isActive = one === key;
      pane.hidden = !isActive;
      this.buttons[at].setAttribute("aria-selected", String(isActive));
      this.buttons[at].tabIndex = isActive ? 0 : -1;
      if (isActive) pane.scrollTop = this.#scrolled.get(key) ?? 0;
    });
  }

  /**
   * Let a pane begin at its top when it is shown next.
   * @param {string} key
   */
  toTop(key) {
    this.#scrolled.delete(key);
    const tab = this.tabs.find((one) => one.key === key);
    if (tab && key === this.active) tab.pane.scrollTop = 0;
  }

  /** The button of the pane on show. */
  get button() {
    return this.buttons[this.tabs.findIndex(({ key }) => key === this.active)];
  }

  /** @param {Tab} tab */
  #button({ key, name }) {
    const attrs = { type: "button", role: "tab", id: `tab-${key}`, "aria-controls": `pane-${key}` };
    const choose = () => {
      this.show(key);
      this.onChosen(key);
    };
    return el("button", { cls: "tab", text: name, attrs, on: { click: choose } });
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : null;
    if (!step) return;
    event.preventDefault();
    event.stopPropagation(); // arrows move along time elsewhere
    const at = this.buttons.indexOf(this.button);
    this.buttons[step(at, this.tabs.length)].click();
    this.button.focus();
  }
}

/**
 * @param {HTMLElement} pane
 * @param {string} key
 */
function dress(pane, key) {
  pane.classList.add("pane");
  const attrs = { role: "tabpanel", id: `pane-${key}`, "aria-labelledby": `tab-${key}`, tabindex: "0" };
  for (const [name, value] of Object.entries(attrs)) pane.setAttribute(name, value);
}
