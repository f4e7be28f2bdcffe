/** Charts of a reading page answer a finger and the keys: what a bar, a span or a number says stands below its chart. */

/** What of a chart says something, and what it lies in, so that the nearest is found where none is hit. */
const PARTS = ".stack, .range, .track i";
const ROWS = ".plot, .track";
const STEPS = new Map([
  ["ArrowRight", 1],
  ["ArrowLeft", -1],
]);

/** @typedef {{left: number, right: number, top: number, bottom: number}} Sides */

/**
 * Which of some boxes a point lies in or is nearest to; -1 where there is none.
 * @param {Sides[]} boxes
 * @param {number} x
 * @param {number} y
 */
export function nearestBox(boxes, x, y) {
  const far = boxes.map(({ left, right, top, bottom }) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)),
  );
  return far.indexOf(Math.min(...far));
}

/**
 * The number of the part that a key leads to; null where the key means nothing here.
 * @param {string} key
 * @param {number} at the part that is told now, -1 before the first
 * @param {number} count
 * @param {boolean} isFromRight whether the first part stands at the right
 */
export function partAfter(key, at, count, isFromRight) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = (STEPS.get(key) ?? 0) * (isFromRight ? -1 : 1);
  if (!step) return null;
  return at < 0 ? (step > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, at + step));
}

/** Listen to fingers, the mouse and the keys on all charts of a page. */
export function mountPointing() {
  document.documentElement.dataset.pointing = "";
  const listeners = /** @type {const} */ ([
    ["pointerdown", onDown],
    ["pointermove", onMove],
    ["keydown", onKey],
  ]);
  for (const [type, listener] of listeners) document.addEventListener(type, /** @type {EventListener} */ (listener));
  return {
    remove: () => {
      delete document.documentElement.dataset.pointing;
      for (const [type, listener] of listeners)
        document.removeEventListener(type, /** @type {EventListener} */ (listener));
    },
  };
}

/** @param {PointerEvent} event */
function onDown(event) {
  const row = rowAt(event);
  if (row) tellNearest(row, event);
}

/** @param {PointerEvent} event */
function onMove(event) {
  const row = event.buttons ? rowAt(event) : null;
  if (row) tellNearest(row, event);
}

/** @param {PointerEvent} event */
const rowAt = ({ target }) => (target instanceof Element ? target.closest(`.reading .chart :is(${ROWS})`) : null);

/**
 * @param {Element} row
 * @param {PointerEvent} event
 */
function tellNearest(row, event) {
  const parts = [...row.querySelectorAll(PARTS)];
  const part =
    parts[
      nearestBox(
        parts.map((one) => one.getBoundingClientRect()),
        event.clientX,
        event.clientY,
      )
    ];
  if (part) tellPart(part);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const chart = event.target instanceof Element && event.target.matches(".reading .chart") ? event.target : null;
  if (!chart || event.ctrlKey || event.metaKey || event.altKey) return;
  const parts = [...chart.querySelectorAll(PARTS)];
  const at = parts.findIndex((one) => one.classList.contains("told"));
  const next = partAfter(event.key, at, parts.length, getComputedStyle(chart).direction === "rtl");
  if (next === null || !parts[next]) return;
  event.preventDefault();
  tellPart(parts[next]);
}

/** @param {Element} part */
function tellPart(part) {
  const chart = part.closest(".chart");
  const answer = chart?.parentElement?.querySelector(".answer");
  if (!chart || !answer || part.classList.contains("told")) return;
  for (const other of chart.querySelectorAll(".told")) other.classList.remove("told");
  part.classList.add("told");
  answer.textContent = part.getAttribute("title");
}
