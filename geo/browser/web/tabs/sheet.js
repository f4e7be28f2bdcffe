/** The panel as a sheet at the foot of narrow windows: down it shows its tabs, raised most of the screen is its own. */

import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { isEmbedded } from "../parts/embedded.js";

/** @import { Translate } from "../types.js" */

export class Sheet {
  /**
   * @param {HTMLElement} root the panel
   * @param {Translate} t
   */
  constructor(root, t) {
    this.root = root;
    this.root.classList.add("sheet");
    this.t = t;
    this.narrow = isEmbedded() ? { matches: false } : matchMedia(MAP_STYLE.narrowPage);
    this.button = el("button", {
      cls: "icon raise",
      attrs: { type: "button" },
      on: { click: () => (this.isUp ? this.lower() : this.raise()) },
    });
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#escape(event);
    document.addEventListener("keydown", this.onKey, true); // before Escape closes what is selected
    this.#show(false);
  }

  /** Whether it stands at the foot, and is raised. */
  get isUp() {
    return this.narrow.matches && this.root.classList.contains("up");
  }

  raise() {
    this.#show(true);
  }

  lower() {
    this.#show(false);
  }

  remove() {
    document.removeEventListener("keydown", this.onKey, true);
  }

  /** @param {boolean} isUp */
  #show(isUp) {
    this.root.classList.toggle("up", isUp);
    this.button.textContent = isUp ? "▾" : "▴";
    this.button.setAttribute("aria-expanded", String(isUp));
    this.button.setAttribute("aria-label", this.t(isUp ? "sheet.lower" : "sheet.raise"));
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== "Escape" || !this.isUp) return;
    event.stopPropagation();
    event.preventDefault();
    this.lower();
    this.button.focus();
  }
}
