/** Plays the days one after another: forwards or backwards, by day, week or month, holding at changes. */

/** @import { Store } from "../engine/store.js" */

const LONGEST_FRAME_S = 0.25;
const HELD_S = 1.5; // at a change
const READABLE_SPEED = 6; // steps a second at which the panel still keeps up
const WEEK = 7;

export class Player {
  speed = 6; // steps a second
  /** @type {"day" | "week" | "month"} */
  step = "day";
  reverse = false;
  loop = false;
  hold = false;
  playing = false;
  #owed = 0; // steps; below zero it holds at a change
  #before = 0;
  #frame = 0;

  /**
   * @param {Store} store
   * @param {() => void} onChange called when playing begins or ends
   */
  constructor(store, onChange) {
    this.store = store;
    this.onChange = onChange;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    const { store } = this;
    if (this.#isOver(store.state.day)) store.set({ day: this.#start() });
    this.playing = true;
    store.outstanding.begin("the player");
    this.#owed = 0;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
    this.onChange();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.#frame);
    this.store.commit();
    this.store.move(false);
    this.store.tell("rest");
    this.store.outstanding.end("the player");
    this.onChange();
  }

  /** @param {number} now */
  #tick(now) {
    this.store.move(this.speed > READABLE_SPEED && this.#owed >= 0);
    this.#owed += Math.min((now - this.#before) / 1000, LONGEST_FRAME_S) * this.speed;
    this.#before = now;
    if (this.#owed >= 1) this.#advance(Math.floor(this.#owed));
    if (this.playing) this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  /**
   * Go on by whole steps; never past a change of control when those are to be held.
   * @param {number} steps
   */
  #advance(steps) {
    const { store } = this;
    this.#owed -= steps;
    const from = store.state.day;
    let day = from;
    for (let i = 0; i < steps; i++) day = this.#next(day);
    day = store.record.clampDay(day);
    const change = this.hold ? this.#changeBetween(from, day) : null;
    if (change !== null) {
      day = change;
      this.#owed = -HELD_S * this.speed;
    }
    store.set({ day });
    if (!this.#isOver(day)) return;
    if (this.loop) store.set({ day: this.#start() });
    else this.pause();
  }

  /** @param {number} day */
  #next(day) {
    const way = this.reverse ? -1 : 1;
    if (this.step === "month") return this.store.record.addMonths(day, way);
    return day + way * (this.step === "week" ? WEEK : 1);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #changeBetween(from, to) {
    const { record, state } = this.store;
    const change = record.nextChangeDay(from, this.reverse ? -1 : 1, state.perspective);
    return change !== from && Math.abs(change - from) <= Math.abs(to - from) ? change : null;
  }

  /** @param {number} day */
  #isOver(day) {
    return this.reverse ? day <= 0 : day >= this.store.record.days - 1;
  }

  #start() {
    return this.reverse ? this.store.record.days - 1 : 0;
  }
}
