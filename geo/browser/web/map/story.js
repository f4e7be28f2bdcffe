/** A story's step on the map: sets what the conductor shows and the extent; nothing is drawn here. */

import { STYLE } from "../engine/constants.js";
import { pageStore } from "../engine/store.js";

/** Mount a step. @param options {assets, view, extent} @returns {{update(options), remove()}} */
export async function mountStory(_root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  store.onCommit = () => {};
  const extents = { country: STYLE.bounds, panjshir: STYLE.panjshirBounds };
  let shown = "";
  const update = ({ view, extent }) => {
    const step = JSON.stringify([view, extent]);
    if (step === shown) return;
    shown = step;
    const { date, since, ...rest } = view;
    const day = store.record.dayNumber(date);
    store.set({ ...rest, day, since: since ? store.record.dayNumber(since) : null, extent: [...extents[extent]] });
  };
  document.addEventListener("keydown", step);
  update(options);
  const remove = () => {
    document.removeEventListener("keydown", step);
    store.set({ highlight: null });
  };
  return { update, remove };
}

/** ← and → press the page's own buttons, so that the address and the text follow. */
function step(event) {
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches?.("input, textarea, select, [contenteditable]"))
    return;
  const name = { ArrowLeft: "story_previous", ArrowRight: "story_next" }[event.key];
  if (!name) return;
  event.preventDefault();
  document.querySelector(`.st-key-${name} button:not([disabled])`)?.click();
}
