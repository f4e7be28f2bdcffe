/** Keys that move along time, never taken from a field that somebody types in; and the list of them. */

import { LAYERS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { NOTHING } from "../store/store.js";

/** @import { LayerName, Perspective, Translate } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const TYPED_IN =
  "input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='combobox'], [role='textbox']";
const PRESSED_BY_SPACE = "button, a, summary, [role='button'], [role='tab'], [role='radio']";
const WEEK = 7;
/** Keys, and what the list calls them. */
const LISTED = [
  ["← →", "day"],
  ["Shift ← →", "week"],
  ["PgUp PgDn", "month"],
  ["Home End", "ends"],
  ["Space", "play"],
  ["[ ]", "change"],
  ["{ }", "event"],
  [", .", "moment"],
  ["1 2 3 4", "perspective"],
  ["M", "layer"],
  ["Z", "zoom"],
  ["/", "search"],
  ["Esc", "close"],
  ["?", "help"],
];

/**
 * A keydown handler for a document.
 * @param {Store} store
 * @returns {(event: KeyboardEvent) => void}
 */
export function keyHandler(store) {
  return (event) => {
    if (!store.state || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {Partial<Element> | null} */ (event.composedPath?.()[0] ?? event.target);
    if (target?.matches?.(TYPED_IN)) return;
    if (event.key === " " && target?.matches?.(PRESSED_BY_SPACE)) return;
    const action = actionFor(event, store);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
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
 * Escape closes one thing at a time: the help, the card of an added event, the event, the province.
 * @param {Store} store
 */
function close(store) {
  if (store.help && !store.help.root.hidden) store.help.toggle(false);
  else if (store.userData?.selected >= 0) store.userData.select(-1);
  else {
    store.set(store.state.event ? { event: null } : NOTHING);
    store.commit();
  }
}

/**
 * The list of keys, opened by `?`.
 * @param {Translate} t
 */
export function helpBox(t) {
  const rows = LISTED.flatMap(([keys, name]) => [
    el("dt", {}, el("kbd", { text: keys })),
    el("dd", { text: t(`help.${name}`) }),
  ]);
  const root = el(
    "section",
    { cls: "help", attrs: { "aria-label": t("help.title") } },
    el("h2", { text: t("help.title") }),
    el("dl", {}, ...rows),
  );
  root.hidden = true;
  const toggle = (open = root.hidden) => {
    root.hidden = !open;
  };
  return { root, toggle };
}
