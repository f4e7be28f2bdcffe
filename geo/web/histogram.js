/** The time axis: events a day stacked by verification, marks where control changes, the handle. */

const BAR_COLOURS = ["#1B4F72", "#4E86B0", "#B9B2A6", "#C9793B", "#E3C3A8"];
const INK = "#3B362F";
const AXIS = 30; // CSS pixels for the labels under the bars
const TOP = 14; // and for the change marks above them
export const SIDE = 14;

export class Histogram {
  constructor(canvas, record, t) {
    this.canvas = canvas;
    this.record = record;
    this.t = t;
    this.counts = record.histogram();
    this.background = document.createElement("canvas");
  }

  /** Day under a horizontal position (CSS pixels in the canvas). */
  dayAt(x) {
    return this.record.clampDay(((x - SIDE) / (this.width - 2 * SIDE)) * (this.record.days - 1));
  }

  xOf(day) {
    return SIDE + (day / Math.max(1, this.record.days - 1)) * (this.width - 2 * SIDE);
  }

  resize(perspective) {
    const ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.perspective = perspective;
    for (const canvas of [this.canvas, this.background]) {
      canvas.width = Math.round(this.width * ratio);
      canvas.height = Math.round(this.height * ratio);
    }
    this.ratio = ratio;
    this.ink = getComputedStyle(this.canvas).color || INK;
    this.#drawBackground();
  }

  /** The day's picture: the prepared background, the window, the handle. */
  draw(day, windowStart) {
    const ctx = this.canvas.getContext("2d");
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const [left, x, bottom] = [this.xOf(windowStart), this.xOf(day), this.height - AXIS];
    ctx.fillStyle = "rgba(27,108,168,0.14)";
    ctx.fillRect(left, TOP, Math.max(x - left, 1), bottom - TOP);
    ctx.drawImage(this.background, 0, 0, this.width, this.height);
    ctx.strokeStyle = ctx.fillStyle = this.ink;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(x, 4);
    ctx.lineTo(x, bottom + 3);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, bottom + 3, 9, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = "#FFFFFF";
    ctx.fillRect(x - 3, bottom - 1, 1.6, 8);
    ctx.fillRect(x + 1.4, bottom - 1, 1.6, 8);
  }

  #drawBackground() {
    const ctx = this.background.getContext("2d");
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    ctx.clearRect(0, 0, this.width, this.height);
    this.#bars(ctx);
    this.#marks(ctx);
    this.#axis(ctx);
  }

  /** One bar a pixel column (or a day, when days are wider). */
  #bars(ctx) {
    const bottom = this.height - AXIS;
    const columns = new Map();
    const wide = Math.max(2, (this.width - 2 * SIDE) / this.record.days);
    for (let day = 0; day < this.record.days; day++) {
      const column = Math.round(this.xOf(day) / wide);
      const stack = columns.get(column) ?? new Array(this.counts.length).fill(0);
      this.counts.forEach((counts, grade) => (stack[grade] += counts[day]));
      columns.set(column, stack);
    }
    const most = Math.max(1, ...[...columns.values()].map((stack) => stack.reduce((a, b) => a + b)));
    const unit = (bottom - TOP - 4) / most;
    for (const [column, stack] of columns) {
      let y = bottom;
      stack.forEach((count, grade) => {
        ctx.fillStyle = BAR_COLOURS[grade];
        ctx.fillRect(column * wide - wide / 2, y - count * unit, Math.max(wide - 0.5, 1.5), count * unit);
        y -= count * unit;
      });
    }
    ctx.fillStyle = this.ink;
    ctx.globalAlpha = 0.5;
    ctx.fillRect(SIDE, bottom, this.width - 2 * SIDE, 1);
    ctx.globalAlpha = 1;
  }

  /** A mark for each day on which control changes; larger where more districts do. */
  #marks(ctx) {
    ctx.fillStyle = "#B03A2E";
    for (const { day, count } of this.record.changeDays(this.perspective)) {
      const x = this.xOf(day);
      const size = 3 + Math.min(3, Math.sqrt(count));
      ctx.beginPath();
      ctx.moveTo(x - size, 2);
      ctx.lineTo(x + size, 2);
      ctx.lineTo(x, 2 + size * 1.6);
      ctx.fill();
    }
  }

  #axis(ctx) {
    const bottom = this.height - AXIS;
    ctx.textBaseline = "top";
    ctx.textAlign = "left";
    const perMonth = (this.width - 2 * SIDE) / (this.record.days / 30.4);
    let free = -Infinity;
    for (let day = 0; day < this.record.days; day++) {
      const iso = this.record.iso(day);
      if (!iso.endsWith("-01")) continue;
      const [year, month] = iso.split("-");
      const x = this.xOf(day);
      const newYear = month === "01";
      const shown = newYear || perMonth > 34 || (perMonth > 12 && ["04", "07", "10"].includes(month));
      ctx.fillStyle = this.ink;
      ctx.globalAlpha = newYear ? 0.9 : 0.45;
      ctx.fillRect(x, bottom, 1, newYear ? 8 : 4);
      const text = newYear ? year : this.t(`month.${Number(month)}`);
      ctx.font = `${newYear ? 600 : 400} 10.5px system-ui, sans-serif`;
      if (!shown || x < free || x + ctx.measureText(text).width > this.width) continue;
      ctx.globalAlpha = newYear ? 1 : 0.75;
      ctx.fillText(text, x + 3, bottom + 12);
      free = x + ctx.measureText(text).width + 9;
    }
    ctx.globalAlpha = 1;
  }
}
