/** Plays the days one after another at a number of days a second. */

const LONGEST_FRAME_S = 0.25;

export class Player {
  /** @param replay the conductor @param onChange called when playing begins or ends */
  constructor(replay, onChange) {
    this.replay = replay;
    this.onChange = onChange;
    this.speed = 5;
    this.playing = false;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    const { replay } = this;
    if (replay.state.day >= replay.record.days - 1) replay.set({ day: 0 });
    this.playing = true;
    this.position = replay.state.day;
    this.before = performance.now();
    this.frame = requestAnimationFrame((now) => this.#tick(now));
    this.onChange();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.replay.commit();
    this.onChange();
  }

  #tick(now) {
    const { replay } = this;
    this.position += Math.min((now - this.before) / 1000, LONGEST_FRAME_S) * this.speed;
    this.before = now;
    const last = replay.record.days - 1;
    if (Math.floor(this.position) !== replay.state.day) replay.set({ day: Math.min(Math.floor(this.position), last) });
    if (this.position >= last) this.pause();
    else this.frame = requestAnimationFrame((next) => this.#tick(next));
  }
}
