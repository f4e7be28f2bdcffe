/** The layer of UCDP's rows on a map; made when there is something to draw. */

import { canvasLayer } from "../map/canvas_layer.js";
import { EventPainter } from "../map/events.js";
import { referenceStyle } from "./style.js";

/** @import { CanvasLayer, CanvasView, LeafletMap, State } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

const POINTS = { pane: "reference", zIndex: 435 }; // over our own events, under what a reader added

export class ReferenceLayer {
  /** @type {{painter: EventPainter, canvas: CanvasLayer} | null} */
  #made = null;

  /**
   * @param {LeafletMap} map
   * @param {Store} store
   */
  constructor(map, store) {
    this.map = map;
    this.store = store;
  }

  /** @param {State} state */
  draw(state) {
    const { reference } = this.store;
    reference.want(state);
    const isShown = Boolean(state.reference && reference.record);
    if (!isShown && !this.#made) return;
    const { painter, canvas } = this.#layer();
    const first = painter.record.windowStart(state.day, state.window);
    const chosen = reference.selected < 0 ? [] : [reference.selected];
    if (painter.show(isShown ? first : 0, isShown ? state.day : -1, chosen)) canvas.repaint();
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
    const painter = this.#made?.painter ?? new EventPainter(record, referenceStyle());
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
