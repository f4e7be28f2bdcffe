/**
 * Keys that move along time, never taken from a field that somebody types in. Only ← → and Esc are heard anywhere on the
 * page: all others where the focus is in the map or the timeline, so that a page scrolls by its keys and nobody who dictates
 * or strays moves the replay.
 */

import { LAYERS } from "../engine/constants.js";
import { NOTHING } from "../store/store.js";

/** @import { LayerName, Perspective } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const TYPED_IN =
  "input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='combobox'], [role='textbox']";
const PRESSED_BY_SPACE = "button, a, summary, [role='button'], [role='tab'], [role='radio']";
const WEEK = 7;
/** What hears all keys. */
const OWN = ".timeline, .leaflet-container";
const ANYWHERE = ["ArrowLeft", "ArrowRight", "Escape"];
/** Of the slider alone, as sliders have it. */
const ON_SLIDER = ["ArrowUp", "ArrowDown"];

/**
 * A keydown handler for a document.
 * @param {Store} store
 * @param {boolean} isMap the document is the map's own
 * @returns {(event: KeyboardEvent) => void}
 */
export function keyHandler(store, isMap = false) {
  return (event) => {
    if (!store.state || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const path = /** @type {Partial<HTMLElement>[]} */ (event.composedPath());
    if (!isOurs(event.key, path, store, isMap)) return;
    const action = actionFor(event, store);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}

/**
 * Whether a key that was pressed there means the replay.
 * @param {string} key
 * @param {Partial<HTMLElement>[]} path from what has the focus outwards
 * @param {Store} store
 * @param {boolean} isMap
 */
function isOurs(key, path, { characterKeys }, isMap) {
  const [target] = path;
  if (target?.matches?.(TYPED_IN) || (key === " " && target?.matches?.(PRESSED_BY_SPACE))) return false;
  if (ON_SLIDER.includes(key)) return Boolean(target?.matches?.("[role='slider']"));
  if (ANYWHERE.includes(key)) return key === "Escape" || !path.some(scrollsSideways);
  const isCharacter = key.length === 1 && key !== " ";
  return (isMap || path.some((one) => one.matches?.(OWN))) && (characterKeys || !isCharacter);
}

/** @param {Partial<HTMLElement>} box that may scroll by ← → itself: a wide table in its frame */
function scrollsSideways(box) {
  return Boolean(box.matches?.("[tabindex]") && Number(box.scrollWidth) > Number(box.clientWidth) + 1);
}

/**
 * What a key does; undefined when it is none of ours.
 * @param {KeyboardEvent} event
 * @param {Store} store
 * @returns {(() => void) | undefined}
 */
function actionFor(event, store) {
  const { record, state } = store;
  /** @param {number} day */
  const to = (day) => () => store.jump(day);
  /** @param {Perspective} perspective */
  const accordingTo = (perspective) => () => {
    store.set({ perspective });
    store.commit();
  };
  const step = event.shiftKey ? WEEK : 1;
  /** @type {{[key: string]: (() => void) | undefined}} */
  const actions = {
    ArrowLeft: to(state.day - step),
    ArrowRight: to(state.day + step),
    ArrowDown: to(state.day - step),
    ArrowUp: to(state.day + step),
    PageUp: to(record.addMonths(state.day, -1)),
    PageDown: to(record.addMonths(state.day, 1)),
    Home: to(0),
    End: to(record.days - 1),
    " ": () => store.player?.toggle(),
    "[": to(record.nextChangeDay(state.day, -1, state.perspective)),
    "]": to(record.nextChangeDay(state.day, 1, state.perspective)),
    "{": to(record.nextEventDay(state.day, -1)),
    "}": to(record.nextEventDay(state.day, 1)),
    ",": to(store.moments?.next(state.day, -1) ?? state.day),
    ".": to(store.moments?.next(state.day, 1) ?? state.day),
    1: accordingTo("assessed"),
    2: accordingTo("nrf"),
    3: accordingTo("taliban"),
    4: accordingTo("both"),
    m: () => nextLayer(store),
    z: () => store.zoomTime?.(),
    "/": store.search ? () => store.search?.focus() : undefined, // without a search it is the browser's
    Escape: () => close(store),
    "?": () => store.help?.toggle(),
  };
  return Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
}

/** @param {Store} store */
function nextLayer(store) {
  const at = LAYERS.indexOf(store.state.layer ?? LAYERS[0]);
  store.set({ layer: /** @type {LayerName} */ (LAYERS[(at + 1) % LAYERS.length]) });
  store.commit();
}

/**
 * Escape closes one thing at a time: the help, what the map tells under the pointer, the card of an added event, the event, the province.
 * @param {Store} store
 */
function close(store) {
  if (store.help && !store.help.root.hidden) store.help.toggle(false);
  else if (store.hideTip?.()) return;
  else if (store.userData?.selected >= 0) store.userData.select(-1);
  else {
    store.set(store.state.event ? { event: null } : NOTHING);
    store.commit();
  }
}
