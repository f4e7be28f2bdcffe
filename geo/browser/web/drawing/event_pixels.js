/** Very many events: each one small square of its type's colour, written into the picture's bytes. */

/** @import { CanvasView, Events, FilterKey } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const SQUARE_PX = 1.5;

/**
 * What the picture before held.
 * @typedef {object} Drawn
 * @property {CanvasView} view
 * @property {Events} events
 * @property {FilterKey[]} active
 * @property {number} first
 * @property {number} to number of the first event that is not in it
 * @property {ImageData} image
 */

/** The pixels of one record's events. When only later days are added to the picture, only their events are drawn. */
export class EventPixels {
  /** @type {Drawn | null} */
  #drawn = null;

  /** @param {Record} record */
  constructor(record) {
    this.record = record;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {[number, number]} days first and last
   */
  paint(ctx, view, [first, last]) {
    const { record } = this;
    const to = record.firstAfter(last);
    const before = this.#usable(view);
    const image = before?.image ?? ctx.createImageData(view.width, view.height);
    const pixels = new Uint32Array(image.data.buffer);
    if (before && before.first === first && before.to <= to) this.#write(pixels, view, first, before.to, to);
    else {
      if (before) pixels.fill(0);
      const from = record.firstReaching(first);
      this.#writeLong(pixels, view, first, from);
      this.#write(pixels, view, first, from, to);
    }
    ctx.putImageData(image, 0, 0);
    this.#drawn = { view, events: record.events, active: record.filter.active, first, to, image };
  }

  /**
   * The picture before, when it is of the same view, events and filters.
   * @param {CanvasView} view
   */
  #usable(view) {
    const { events, filter } = this.record;
    const drawn = this.#drawn;
    return drawn?.view === view && drawn.events === events && drawn.active === filter.active ? drawn : null;
  }

  /**
   * Those that last long and began before `from`.
   * @param {Uint32Array} pixels
   * @param {CanvasView} view
   * @param {number} first
   * @param {number} from
   */
  #writeLong(pixels, view, first, from) {
    for (const i of this.record.events.long) if (i < from) this.#write(pixels, view, first, i, i + 1);
  }

  /**
   * The events numbered `from` up to `to` that reach the first day. There may be a million: nothing is made here.
   * @param {Uint32Array} pixels
   * @param {CanvasView} view
   * @param {number} first
   * @param {number} from
   * @param {number} to
   */
  #write(pixels, view, first, from, to) {
    const { x, y, type, colours, end, placed, drawn } = this.record.events;
    const { pass } = this.record.filter;
    const { width, height, scale } = view;
    const side = Math.max(1, Math.round(view.ratio * SQUARE_PX));
    for (let i = from; i < to; i++) {
      if (end[i] < first || !pass[i] || !placed[i] || !drawn[i]) continue;
      const px = (x[i] * scale + view.x) | 0;
      const py = (y[i] * scale + view.y) | 0;
      if (px < 0 || py < 0 || px + side > width || py + side > height) continue;
      square(pixels, py * width + px, width, side, colours[type[i]]);
    }
  }
}

/**
 * @param {Uint32Array} pixels
 * @param {number} corner
 * @param {number} width of the picture
 * @param {number} side of the square
 * @param {number} colour
 */
function square(pixels, corner, width, side, colour) {
  for (let row = corner, k = 0; k < side; k++, row += width) for (let m = 0; m < side; m++) pixels[row + m] = colour;
}
