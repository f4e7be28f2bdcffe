/**
 * Plays the days one after another: forwards or backwards, by day, week or month. It slows where control changes: a day
 * of change is on show longest, the days around it longer than others. All from timestamps, whatever the machine.
 */

/** @import { Store } from "../store/store.js" */

const LONGEST_FRAME_S = 0.25;
export const USUAL_SPEED = 6; // steps a second
const CHANGE_S = 1.8; // how long a day of change is on show at the usual speed
const NEAR_S = 0.55; // and a day near one
const NEAR_DAYS = 5;
const READABLE_S = 1 / 6; // a day on show for as long can be read in the panel
const EPSILON_S = 1e-9; // so that ten tenths are one
const WEEK = 7;

export class Player {
  speed = USUAL_SPEED;
  /** @type {"day" | "week" | "month"} */
  step = "day";
  reverse = false;
  loop = false;
  slow = true; // at changes
  playing = false;
  /** @type {number | null} */
  #end = null; // where a part of the record ends that is played alone
  #left = 0; // seconds that the day stays on show
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
    this.#left = this.secondsOn(store.state.day);
    this.#before = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
    this.onChange();
  }

  /**
   * Play from the day on show to another.
   * @param {number} day
   */
  playTo(day) {
    this.pause();
    this.#end = day;
    this.play();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.#end = null;
    cancelAnimationFrame(this.#frame);
    this.store.commit();
    this.store.move(false);
    this.store.tell("rest");
    this.store.outstanding.end("the player");
    this.onChange();
  }

  /**
   * How long a day is on show: at changes longer, in proportion when it plays faster than usual.
   * @param {number} day
   */
  secondsOn(day) {
    const usual = 1 / this.speed;
    const away = this.slow ? this.#daysToChange(day) : Infinity;
    if (away > NEAR_DAYS) return usual;
    const faster = Math.max(1, this.speed / USUAL_SPEED);
    return Math.max(usual, (away ? NEAR_S : CHANGE_S) / faster);
  }

  /** @param {number} now */
  #tick(now) {
    let passed = Math.min((now - this.#before) / 1000, LONGEST_FRAME_S);
    this.#before = now;
    let { day } = this.store.state;
    while (passed + EPSILON_S >= this.#left && !this.#isOver(day)) {
      passed -= this.#left;
      day = this.#after(day);
      this.#left = this.secondsOn(day);
    }
    this.#left -= passed;
    this.#show(day);
    if (this.playing) this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  /** @param {number} day */
  #show(day) {
    const { store } = this;
    store.move(this.secondsOn(day) < READABLE_S - EPSILON_S);
    if (day !== store.state.day) store.set({ day });
    if (!this.#isOver(day)) return;
    if (this.loop) this.#begin();
    else this.pause();
  }

  #begin() {
    this.store.set({ day: this.#start() });
    this.#left = this.secondsOn(this.#start());
  }

  /**
   * The day of the next step; never past a change of control when it slows there.
   * @param {number} day
   */
  #after(day) {
    const next = this.store.record.clampDay(this.#next(day));
    return (this.slow ? this.#changeBetween(day, next) : null) ?? next;
  }

  /** @param {number} day */
  #daysToChange(day) {
    const { record, state } = this.store;
    return Math.min(...record.changeDays(state.perspective).map((change) => Math.abs(change.day - day)));
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
    return this.reverse ? day <= 0 : day >= (this.#end ?? this.store.record.days - 1);
  }

  #start() {
    return this.reverse ? this.store.record.days - 1 : 0;
  }
}
