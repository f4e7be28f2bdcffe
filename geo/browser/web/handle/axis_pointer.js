/**
 * What a pointer does on the timeline: drags the day, moves an edge of the frame, pinches, turns the wheel, hovers.
 *
 * A finger that moves up or down scrolls the page (`touch-action: pan-y`), so that nothing happens before it moves
 * sideways or is lifted; one that rests tells the day under it without going there.
 */

/** @import { Part } from "./axis_scale.js" */
/** @import { Histogram } from "./histogram.js" */

const MIN_SPREAD_PX = 20; // two fingers nearer than this would make the span jump
const WHEEL_OUT = 1.25;
const WHEEL_IN = 0.8;
const SLOP_PX = 6; // who moves less rests
const LONG_PRESS_MS = 450;

/**
 * What the axis is asked for.
 * @typedef {object} Wishes
 * @property {() => void} hold a drag begins
 * @property {() => void} release it ends
 * @property {(day: number) => void} day show it
 * @property {(x: number, y: number) => void} row choose what the ribbon has there
 * @property {(edge: "first" | "last", day: number) => void} edge move an edge of what the axis shows
 * @property {() => number} span how many days the axis shows
 * @property {(days: number) => void} zoom show so many
 * @property {(x: number | null, y: number) => void} hint tell what is there; null: nothing
 */

export class AxisPointer {
  /** @type {Map<number, number>} */
  #fingers = new Map(); // where each is, from the left
  /** @type {Part} */
  #part = "day";
  /** @type {{spread: number, span: number} | null} */
  #pinch = null;
  /** @type {{x: number, y: number, isTouch: boolean} | null} */
  #resting = null; // where it went down, until it moves
  #peeks = false;
  #press = 0;

  /**
   * @param {HTMLElement} box
   * @param {Histogram} histogram
   * @param {Wishes} wishes
   */
  constructor(box, histogram, wishes) {
    this.box = box;
    this.histogram = histogram;
    this.wishes = wishes;
    box.addEventListener("pointerdown", (event) => this.#down(event));
    box.addEventListener("pointermove", (event) => this.#move(event));
    box.addEventListener("pointerleave", () => this.wishes.hint(null, 0));
    box.addEventListener("contextmenu", (event) => this.#peeks && event.preventDefault());
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"]))
      box.addEventListener(end, (event) => this.#up(event));
    box.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button || isOnButton(event)) return;
    const [x, y] = this.#spot(event);
    const isTouch = event.pointerType === "touch";
    this.#fingers.set(event.pointerId, event.clientX);
    this.box.setPointerCapture(event.pointerId);
    if (this.#fingers.size === 2) return this.#beginPinch();
    this.#part = this.histogram.partAt(x, y, isTouch);
    this.#resting = { x, y, isTouch };
    if (isTouch) this.#press = window.setTimeout(() => this.#peek(), LONG_PRESS_MS);
    else if (this.#part !== "ribbon") this.#beginDrag(x);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const [x, y] = this.#spot(event);
    if (!this.box.hasPointerCapture(event.pointerId)) return this.#hover(event, x, y);
    this.#fingers.set(event.pointerId, event.clientX);
    if (this.#pinch) return this.wishes.zoom((this.#pinch.span * this.#pinch.spread) / this.#spread());
    if (this.#peeks) return this.wishes.hint(x, y);
    if (!this.#resting) return this.#drag(x);
    if (Math.abs(x - this.#resting.x) > SLOP_PX) this.#beginDrag(x);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (!this.#fingers.delete(event.pointerId)) return;
    clearTimeout(this.#press);
    const resting = this.#resting;
    if (resting && !this.#peeks && event.type === "pointerup") this.#tap(resting);
    if (this.#fingers.size) return;
    if (!this.#resting && !this.#peeks) this.wishes.release();
    if (event.pointerType === "touch") this.wishes.hint(null, 0);
    [this.#pinch, this.#resting, this.#peeks] = [null, null, false];
  }

  /** @param {{x: number, y: number}} spot */
  #tap({ x, y }) {
    if (this.#part === "ribbon") return this.wishes.row(x, y);
    this.#beginDrag(x);
  }

  /** @param {number} x */
  #beginDrag(x) {
    clearTimeout(this.#press);
    this.#resting = null;
    if (this.#part === "ribbon") this.#part = "day";
    this.wishes.hold();
    this.#drag(x);
  }

  #beginPinch() {
    clearTimeout(this.#press);
    if (this.#resting || this.#peeks) this.wishes.hold();
    [this.#resting, this.#peeks] = [null, false];
    this.#pinch = { spread: this.#spread(), span: this.wishes.span() };
  }

  #peek() {
    if (!this.#resting) return;
    this.#peeks = true;
    this.wishes.hint(this.#resting.x, this.#resting.y);
  }

  /**
   * The wheel is the page's, unless a key says that it is the axis's.
   * @param {WheelEvent} event
   */
  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
    event.preventDefault();
    const turned = event.deltaY || event.deltaX; // with Shift some browsers turn it sideways
    this.wishes.zoom(this.wishes.span() * (turned > 0 ? WHEEL_OUT : WHEEL_IN));
  }

  /** @param {number} x */
  #drag(x) {
    const part = this.#part;
    if (part === "first" || part === "last") this.wishes.edge(part, this.histogram.stripDayAt(x));
    else this.wishes.day(part === "strip" ? this.histogram.stripDayAt(x) : this.histogram.dayAt(x));
  }

  /**
   * The pointer tells what is under it, and what it would take hold of.
   * @param {PointerEvent} event
   * @param {number} x
   * @param {number} y
   */
  #hover(event, x, y) {
    if (event.pointerType === "touch") return;
    const part = this.histogram.partAt(x, y, false);
    this.box.style.cursor = { first: "col-resize", last: "col-resize", ribbon: "pointer", day: "", strip: "" }[part];
    if (isOnButton(event)) this.wishes.hint(null, 0);
    else this.wishes.hint(x, y);
  }

  /** How far two fingers are apart. */
  #spread() {
    const [one, other] = [...this.#fingers.values()];
    return Math.max(MIN_SPREAD_PX, Math.abs(one - other));
  }

  /**
   * Where it is on the axis; above it the heights are below zero.
   * @param {MouseEvent} event
   * @returns {[number, number]}
   */
  #spot(event) {
    const box = this.histogram.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}

/** @param {Event} event */
const isOnButton = (event) => event.target instanceof Element && event.target.closest("button") !== null;
