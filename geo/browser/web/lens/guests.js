/** In a lens: marks of what stands beside our record, a reader's own events and UCDP's rows, as small as ours there. */

import { EventPainter } from "../drawing/events.js";

/** @import { CanvasView } from "../types.js" */
/** @import { LensViews } from "./lens_views.js" */

/** Who draws such marks on the map. @typedef {"userData" | "reference"} GuestName */
/** @typedef {Partial<Record<GuestName, EventPainter | null>>} Guests the painters of the map, those that draw anything */

export class LensGuests {
  /** @type {Map<GuestName, {own: EventPainter, of: EventPainter}>} */
  #painters = new Map();

  /**
   * @param {() => Guests} guests
   * @param {{isNear(x: number, y: number): boolean, shows(x: number, y: number): boolean}} lens local units
   */
  constructor(guests, lens) {
    this.guests = guests;
    this.lens = lens;
  }

  /** Show what the map shows now; whether the picture is another one. */
  take() {
    const before = this.#painters;
    this.#painters = new Map();
    let isOther = false;
    for (const [name, of] of /** @type {[GuestName, EventPainter | null][]} */ (Object.entries(this.guests()))) {
      if (!of) continue;
      const known = before.get(name);
      const own = known?.of === of ? known.own : this.#made(of);
      this.#painters.set(name, { own, of });
      const { shown, span, selected } = of.chosen;
      isOther = own.take(shown, span, selected) || own !== known?.own || isOther;
    }
    return isOther || before.size !== this.#painters.size;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  paint(ctx, view) {
    for (const { own } of this.#painters.values()) {
      own.lay(view);
      own.paintUnder(ctx, view);
      own.paint(ctx, view);
    }
  }

  /**
   * What lies under a point in device pixels, the uppermost first: whose, and which.
   * @param {number} x
   * @param {number} y
   * @returns {Partial<Record<GuestName, number[]>> | null}
   */
  at(x, y) {
    for (const [name, { own }] of [...this.#painters].reverse()) {
      const hit = own.at(x, y);
      if (hit.length) return { [name]: hit };
    }
    return null;
  }

  /** @param {EventPainter} of */
  #made(of) {
    const own = new EventPainter(of.record, of.ground, of.style);
    own.leftOut = (i) => !this.lens.isNear(own.events.x[i], own.events.y[i]);
    own.isToldElsewhere = (province) => !this.lens.shows(...own.provinceSpots[province]);
    return own;
  }
}

/**
 * A painter of the map that leaves to lenses what they show.
 * @param {EventPainter} painter
 * @param {Pick<LensViews, "holds" | "tells">} lenses
 */
export function yielding(painter, lenses) {
  painter.leftOut = (i) => lenses.holds(painter.events.x[i], painter.events.y[i]);
  painter.isToldElsewhere = (province) => lenses.tells(province);
  return painter;
}
