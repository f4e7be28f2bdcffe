/** Plays the days one after another: forwards or backwards, by day, week or month, holding at changes. */

const LONGEST_FRAME_S = 0.25;
const HOLD_S = 1.5;
const READABLE_SPEED = 6; // steps a second at which the panel still keeps up
const WEEK = 7;

export class Player {
  /** @param replay the conductor @param onChange called when playing begins or ends */
  constructor(replay, onChange) {
    this.replay = replay;
    this.onChange = onChange;
    this.speed = 6; // steps a second
    this.step = "day";
    this.reverse = false;
    this.loop = false;
    this.hold = false;
    this.playing = false;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    const { replay } = this;
    if (this.#over(replay.state.day)) replay.set({ day: this.#start() });
    this.playing = true;
    replay.outstanding.begin("the player");
    this.owed = 0;
    this.before = performance.now();
    this.frame = requestAnimationFrame((now) => this.#tick(now));
    this.onChange();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.replay.commit();
    this.replay.move(false);
    this.replay.tell("rest");
    this.replay.outstanding.end("the player");
    this.onChange();
  }

  #tick(now) {
    this.replay.move(this.speed > READABLE_SPEED && this.owed >= 0); // below zero it holds at a change
    this.owed += Math.min((now - this.before) / 1000, LONGEST_FRAME_S) * this.speed;
    this.before = now;
    if (this.owed >= 1) this.#advance(Math.floor(this.owed));
    if (this.playing) this.frame = requestAnimationFrame((next) => this.#tick(next));
  }

  /** Go on by whole steps; never past a change of control when those are to be held. */
  #advance(steps) {
    const { replay } = this;
    this.owed -= steps;
    const from = replay.state.day;
    let day = from;
    for (let i = 0; i < steps; i++) day = this.#next(day);
    day = replay.record.clampDay(day);
    const change = this.hold ? this.#changeBetween(from, day) : null;
    if (change !== null) {
      day = change;
      this.owed = -HOLD_S * this.speed;
    }
    replay.set({ day });
    if (!this.#over(day)) return;
    if (this.loop) replay.set({ day: this.#start() });
    else this.pause();
  }

  #next(day) {
    const way = this.reverse ? -1 : 1;
    if (this.step === "month") return this.replay.record.addMonths(day, way);
    return day + way * (this.step === "week" ? WEEK : 1);
  }

  #changeBetween(from, to) {
    const { record, state } = this.replay;
    const change = record.nextChangeDay(from, this.reverse ? -1 : 1, state.perspective);
    return change !== from && Math.abs(change - from) <= Math.abs(to - from) ? change : null;
  }

  #over(day) {
    return this.reverse ? day <= 0 : day >= this.replay.record.days - 1;
  }

  #start() {
    return this.reverse ? this.replay.record.days - 1 : 0;
  }
}
