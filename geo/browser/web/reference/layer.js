/** The layer of UCDP's rows on a map; made when there is something to draw. */

import { canvasLayer } from "../drawing/canvas_layer.js";
import { EventPainter } from "../drawing/events.js";
import { yielding } from "../lens/guests.js";
import { referenceStyle } from "./style.js";

/** @import { Box, CanvasLayer, CanvasView, LeafletMap, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { LensViews } from "../lens/lens_views.js" */

const POINTS = { pane: "reference", zIndex: 435 }; // over our own events, under what a reader added

export class ReferenceLayer {
  /** @type {{painter: EventPainter, canvas: CanvasLayer} | null} */
  #made = null;
  /** @type {Box[]} */
  #keptFree = [];

  /**
   * @param {LeafletMap} map
   * @param {Store} store
   * @param {LensViews} lenses which show the rows of their frames
   * @param {EventPainter} events our own, beside which a province's count stands on its ground
   */
  constructor(map, store, lenses, events) {
    this.map = map;
    this.store = store;
    this.lenses = lenses;
    this.events = events;
  }

  /** Who draws the rows; none while there are none. */
  get painter() {
    return this.#made?.painter ?? null;
  }

  /**
   * Leave ground to what has more to tell.
   * @param {Box[]} keptFree where no count of a province may stand, in local units
   */
  yieldTo(keptFree) {
    this.#keptFree = keptFree;
    if (!this.#made) return;
    this.#made.painter.keptFree = keptFree;
    this.#made.canvas.repaint();
  }

  /**
   * Whether the picture is another one.
   * @param {State} state
   */
  draw(state) {
    const { reference } = this.store;
    reference.want(state);
    const isShown = Boolean(state.reference && reference.record);
    if (!isShown && !this.#made) return false;
    const { painter, canvas } = this.#layer();
    const first = painter.record.windowStart(state.day, state.window);
    const chosen = reference.selected < 0 ? [] : [reference.selected];
    const isOther = painter.show(isShown ? first : 0, isShown ? state.day : -1, chosen);
    if (isOther) canvas.repaint();
    return isOther;
  }

  /**
   * The rows under a point; `pointOn(view)` is that point on a canvas.
   * @param {(view: CanvasView) => [number, number]} pointOn
   */
  at(pointOn) {
    const view = this.#made?.canvas.view();
    return view && this.#made ? this.#made.painter.at(...pointOn(view)) : [];
  }

  #layer() {
    const { record } = this.store.reference;
    if (!record) throw new Error("the rows are not here yet");
    const painter =
      this.#made?.painter ?? yielding(new EventPainter(record, this.events.ground, referenceStyle()), this.lenses);
    [painter.keptFree, painter.yieldsTo] = [this.#keptFree, this.events];
    this.#made ??= {
      painter,
      canvas: canvasLayer(this.map, { ...POINTS, paint: (ctx, view) => paint(painter, ctx, view) }),
    };
    return this.#made;
  }
}

/**
 * @param {EventPainter} painter
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 */
function paint(painter, ctx, view) {
  painter.lay(view);
  painter.paintUnder(ctx, view);
  painter.paint(ctx, view);
  return Boolean(painter.visible().length);
}
