/** What a pointer does on the time axis: drags the day, moves an edge of the frame, pinches, turns the wheel. */

/** @import { Histogram, Part } from "./histogram.js" */

const LEAST_SPREAD_PX = 20; // two fingers nearer than this would make the span jump
const WHEEL_OUT = 1.25;
const WHEEL_IN = 0.8;

/**
 * What the axis is asked for.
 * @typedef {object} Wishes
 * @property {() => void} hold a finger or button goes down
 * @property {() => void} release the last one goes up
 * @property {(day: number) => void} day show it
 * @property {(edge: "first" | "last", day: number) => void} edge move an edge of what the axis shows
 * @property {() => number} span how many days the axis shows
 * @property {(days: number) => void} zoom show so many
 */

export class AxisPointer {
  /** @type {Map<number, number>} */
  #fingers = new Map(); // where each is, from the left
  /** @type {Part} */
  #part = "day";
  /** @type {{spread: number, span: number} | null} */
  #pinch = null;

  /**
   * @param {HTMLElement} axis
   * @param {Histogram} histogram
   * @param {Wishes} wishes
   */
  constructor(axis, histogram, wishes) {
    this.axis = axis;
    this.histogram = histogram;
    this.wishes = wishes;
    axis.addEventListener("pointerdown", (event) => this.#down(event));
    axis.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"]))
      axis.addEventListener(end, (event) => this.#up(event));
    axis.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button) return;
    this.wishes.hold();
    this.#fingers.set(event.pointerId, event.clientX);
    this.axis.setPointerCapture(event.pointerId);
    this.#pinch = this.#fingers.size === 2 ? { spread: this.#spread(), span: this.wishes.span() } : null;
    if (this.#pinch) return;
    const [x, y] = this.#spot(event);
    this.#part = this.histogram.partAt(x, y, event.pointerType === "touch");
    this.#drag(x);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const [x, y] = this.#spot(event);
    if (!this.axis.hasPointerCapture(event.pointerId)) return this.#showGrip(x, y);
    this.#fingers.set(event.pointerId, event.clientX);
    if (this.#pinch) this.wishes.zoom((this.#pinch.span * this.#pinch.spread) / this.#spread());
    else this.#drag(x);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#fingers.delete(event.pointerId);
    if (this.#fingers.size) return;
    this.#pinch = null;
    this.wishes.release();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    this.wishes.zoom(this.wishes.span() * (event.deltaY > 0 ? WHEEL_OUT : WHEEL_IN));
  }

  /** @param {number} x */
  #drag(x) {
    const part = this.#part;
    if (part === "first" || part === "last") this.wishes.edge(part, this.histogram.stripDayAt(x));
    else this.wishes.day(part === "strip" ? this.histogram.stripDayAt(x) : this.histogram.dayAt(x));
  }

  /**
   * The pointer tells what it would take hold of.
   * @param {number} x
   * @param {number} y
   */
  #showGrip(x, y) {
    const part = this.histogram.partAt(x, y, false);
    this.axis.style.cursor = part === "first" || part === "last" ? "col-resize" : "";
  }

  /** How far two fingers are apart. */
  #spread() {
    const [one, other] = [...this.#fingers.values()];
    return Math.max(LEAST_SPREAD_PX, Math.abs(one - other));
  }

  /**
   * @param {MouseEvent} event
   * @returns {[number, number]}
   */
  #spot(event) {
    const box = this.axis.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}
