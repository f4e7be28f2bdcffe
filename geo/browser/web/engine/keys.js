/** Keys that move along time; never taken from a field that somebody types in. */

import { NOTHING } from "./store.js";

const TYPED_IN =
  "input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='combobox'], [role='textbox']";
const WEEK = 7;

/** A keydown handler for a document. */
export function keyHandler(replay) {
  return (event) => {
    if (!replay.state || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath?.()[0] ?? event.target;
    if (target?.matches?.(TYPED_IN)) return;
    if (event.key === " " && target?.matches?.("button, a, summary, [role='button'], [role='tab'], [role='radio']"))
      return;
    const action = actionFor(event, replay);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}

function actionFor(event, replay) {
  const { record, state } = replay;
  const to = (day) => () => replay.jump(day);
  const look = (perspective) => () => (replay.set({ perspective }), replay.commit());
  const step = event.shiftKey ? WEEK : 1;
  return {
    ArrowLeft: to(state.day - step),
    ArrowRight: to(state.day + step),
    PageUp: to(record.addMonths(state.day, -1)),
    PageDown: to(record.addMonths(state.day, 1)),
    Home: to(0),
    End: to(record.days - 1),
    " ": () => replay.player?.toggle(),
    "[": to(record.nextChangeDay(state.day, -1, state.perspective)),
    "]": to(record.nextChangeDay(state.day, 1, state.perspective)),
    "{": to(record.nextEventDay(state.day, -1)),
    "}": to(record.nextEventDay(state.day, 1)),
    1: look("assessed"),
    2: look("nrf"),
    3: look("taliban"),
    4: look("both"),
    z: () => replay.zoomTime?.(),
    Escape: () => close(replay),
    "?": () => replay.help?.toggle(),
  }[event.key];
}

/** Escape closes one thing at a time: the help, the card of an own event, the event, the province. */
function close(replay) {
  if (replay.help && !replay.help.root.hidden) return replay.help.toggle(false);
  if (replay.own?.selected >= 0) return replay.own.select(-1);
  replay.set(replay.state.event ? { event: null } : NOTHING);
  return replay.commit();
}
