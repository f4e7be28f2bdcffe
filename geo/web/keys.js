/** Keys that move along time; never taken from a field that somebody types in. */

const TYPED_IN = "input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='combobox'], [role='textbox']";
const WEEK = 7;

/** A keydown handler for a document. */
export function keyHandler(replay) {
  return (event) => {
    if (!replay.state || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath?.()[0] ?? event.target;
    if (target?.matches?.(TYPED_IN)) return;
    if (event.key === " " && target?.matches?.("button, a, summary, [role='button'], [role='tab'], [role='radio']")) return;
    const action = actionFor(event, replay);
    if (!action) return;
    event.preventDefault();
    action();
  };
}

function actionFor(event, replay) {
  const { record, state } = replay;
  const to = (day) => () => replay.jump(day);
  const step = event.shiftKey ? WEEK : 1;
  return {
    ArrowLeft: to(state.day - step),
    ArrowRight: to(state.day + step),
    PageUp: to(record.addMonths(state.day, -1)),
    PageDown: to(record.addMonths(state.day, 1)),
    Home: to(0),
    End: to(record.days - 1),
    " ": () => replay.player?.toggle(),
  }[event.key];
}
