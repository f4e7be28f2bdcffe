/** A story's step on the map: sets what the store shows and the extent, and draws the legend below the map. */

import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { Legend } from "../panel/legend.js";
import { pageStore } from "../store/page.js";

/** @import { Extent, Mounted, Options } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** @typedef {Options & {extent: "country" | "panjshir"}} StoryOptions */

const TYPED_IN = "input, textarea, select, [contenteditable]";

/**
 * Mount a step.
 * @param {Element} root
 * @param {StoryOptions} options
 * @returns {Promise<Mounted<StoryOptions>>}
 */
export async function mountStory(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  store.onCommit = () => {};
  let shown = "";
  /** @param {StoryOptions} step */
  const update = ({ view, extent }) => {
    const step = JSON.stringify([view, extent]);
    if (step === shown) return;
    shown = step;
    store.set({ ...store.stateOf(view), extent: extentOf(extent) });
  };
  document.addEventListener("keydown", pressButton);
  update(options);
  const legend = new StoryLegend(root, store);
  const remove = () => {
    document.removeEventListener("keydown", pressButton);
    legend.remove();
    store.set({ highlight: null });
  };
  return { update, remove };
}

/** The legend of what the map shows, drawn with it. */
class StoryLegend {
  /**
   * @param {Element} root
   * @param {Store} store
   */
  constructor(root, store) {
    this.store = store;
    this.legend = new Legend(store);
    this.root = el("div", { cls: "panel story-legend" }, this.legend.root);
    root.append(this.root);
    store.attach("story", this);
  }

  draw() {
    const { state, record } = this.store;
    this.legend.render(record.eventsIn(record.windowStart(state.day, state.window), state.day));
  }

  remove() {
    this.store.detach("story", this);
    this.root.remove();
  }
}

/**
 * A new one each time: an extent that is set again is looked at again.
 * @param {"country" | "panjshir"} name
 * @returns {Extent}
 */
function extentOf(name) {
  return [...(name === "panjshir" ? MAP_STYLE.panjshirBounds : MAP_STYLE.bounds)];
}

/**
 * ← and → press the page's own buttons, so that the address and the text follow.
 * @param {KeyboardEvent} event
 */
function pressButton(event) {
  const target = /** @type {Partial<Element>} */ (event.composedPath()[0]);
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches?.(TYPED_IN)) return;
  const name = event.key === "ArrowLeft" ? "previous" : event.key === "ArrowRight" ? "next" : null;
  if (!name) return;
  event.preventDefault();
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(`.st-key-story_${name} button:not([disabled])`);
  button?.click();
}
