/** Text that follows the day may lag a few frames behind the map; the last state is always drawn. */

import { FILTER_KEYS } from "../engine/constants.js";
import { Delayed } from "../engine/outstanding.js";

/** @import { Store } from "../store/store.js" */

const RENDER_EVERY_MS = 120;
const PASSING_MS = 500; // while days pass by
const AFTER_MAP_MS = 24; // the map is painted first
/** What a reader chooses is shown at once. */
const CHOICES = [
  ...["userData", "reference", "event", "province", "district", "place", "since"],
  ...["perspective", "window", "layer", "presence", "rest"],
  ...FILTER_KEYS,
];

export class Paced {
  #renderedAt = 0;

  /**
   * @param {Store} store
   * @param {string} name
   * @param {() => void} render
   */
  constructor(store, name, render) {
    this.store = store;
    this.render = render;
    this.late = new Delayed(store.outstanding, name, () => this.now());
  }

  /** @param {Set<string>} changed */
  draw(changed) {
    if (CHOICES.some((key) => changed.has(key))) this.now();
    else if (!this.late.waits) {
      const pause = this.store.moving ? PASSING_MS : RENDER_EVERY_MS;
      this.late.after(Math.max(AFTER_MAP_MS, pause - (performance.now() - this.#renderedAt)));
    }
  }

  now() {
    this.late.cancel();
    this.#renderedAt = performance.now();
    this.render();
  }

  cancel() {
    this.late.cancel();
  }
}
