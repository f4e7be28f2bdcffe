/** The layers of what a reader added; made on a map when there is something to draw. */

import { canvasLayer } from "../drawing/canvas_layer.js";
import { EventPainter } from "../drawing/events.js";
import { yielding } from "../lens/guests.js";
import { classLimits } from "./choropleth.js";
import { ChoroplethPainter } from "./choropleth_painter.js";
import { userDataStyle } from "./style.js";

/** @import { Area, Box, CanvasLayer, CanvasView, ChoroplethCounts, LeafletMap, State, UserWindow } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { LensViews } from "../lens/lens_views.js" */
/** @import { World } from "../added/points.js" */

const CHOROPLETH = { pane: "user-data-choropleth", zIndex: 305 }; // over the zones, under rivers and borders
const POINTS = { pane: "user-data", zIndex: 440 }; // over our own events

/** Draws the window's events and counts of what a reader added. */
export class UserDataLayers {
  /** @type {{choropleth: CanvasLayer, points: CanvasLayer} | null} */
  #layers = null;
  /** @type {EventPainter | null} */
  #events = null;
  /** @type {World | null} */
  #drawn = null; // whose events these are
  /** @type {Box[]} */
  #keptFree = [];

  /**
   * @param {LeafletMap} map
   * @param {Store} store
   * @param {Area[]} areas
   * @param {{names: {touches(box: Box): boolean}, lenses: LensViews, events: EventPainter}} view what else is on the map
   */
  constructor(map, store, areas, { names, lenses, events }) {
    this.map = map;
    this.store = store;
    this.lenses = lenses;
    this.events = events;
    this.choropleth = new ChoroplethPainter(areas, store.record, names);
  }

  /** Who draws the events; none while there are none. */
  get painter() {
    return this.#events;
  }

  /**
   * Leave ground to what has more to tell.
   * @param {Box[]} keptFree where no count of a province may stand, in local units
   */
  yieldTo(keptFree) {
    this.#keptFree = keptFree;
    if (!this.#events) return;
    this.#events.keptFree = keptFree;
    this.#layers?.points.repaint();
  }

  /**
   * Whether the events are others than before. Only what another day changes is painted anew: most of the cost of a day
   * is in the canvases touched.
   * @param {State} state
   */
  draw(state) {
    const { userData } = this.store;
    const found = userData.inWindow(state);
    if (!found && !this.#layers) return false;
    this.#layers ??= this.#make();
    const { choropleth, points } = this.#layers;
    const counts = found?.choropleth && userData.world ? choroplethOf(userData.world, found, state) : null;
    const changed = this.choropleth.show(counts);
    if (changed.classes) choropleth.repaint();
    const isOther = this.#useEventsOf(userData.world);
    const view = points.view();
    const isLabelled = changed.provinces || (changed.numbers && view && this.choropleth.isNumbered(view));
    const isMoved = this.#showEvents(found) || isOther;
    if (isMoved || isLabelled) points.repaint();
    return isMoved;
  }

  /**
   * The added events under a point; `pointOn(view)` is that point on a canvas.
   * @param {(view: CanvasView) => [number, number]} pointOn
   */
  at(pointOn) {
    const view = this.#layers?.points.view();
    const { world, hidden } = this.store.userData;
    return view && world && !hidden && this.#events ? this.#events.at(...pointOn(view)) : [];
  }

  #make() {
    return {
      choropleth: canvasLayer(this.map, { ...CHOROPLETH, paint: (ctx, view) => this.choropleth.paint(ctx, view) }),
      points: canvasLayer(this.map, { ...POINTS, paint: (ctx, view) => this.#paint(ctx, view) }),
    };
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  #paint(ctx, view) {
    const isLabelled = this.choropleth.label(ctx, view);
    this.#events?.lay(view);
    this.#events?.paintUnder(ctx, view);
    this.#events?.paint(ctx, view);
    return isLabelled || Boolean(this.#events?.visible().length);
  }

  /**
   * The answer is whether these are others than those that are drawn.
   * @param {World | null} world
   */
  #useEventsOf(world) {
    if (this.#drawn === world) return false;
    const { ground } = this.events;
    this.#events = world && yielding(new EventPainter(world.record, ground, userDataStyle()), this.lenses);
    if (this.#events) [this.#events.keptFree, this.#events.yieldsTo] = [this.#keptFree, this.events];
    this.#drawn = world;
    return true;
  }

  /** @param {UserWindow | null} found */
  #showEvents(found) {
    const { selected } = this.store.userData;
    if (!found) return Boolean(this.#events?.show(0, -1, []));
    return Boolean(this.#events?.show(found.first, found.last, selected < 0 ? [] : [selected]));
  }
}

/**
 * What the choropleth shows: the counts, and the class limits, which hold for every day with this length of window.
 * @param {World} world
 * @param {UserWindow} found
 * @param {State} state
 * @returns {ChoroplethCounts}
 */
export function choroplethOf(world, { counts, many }, { window }) {
  return { counts, limits: classLimits(world.most(window, many)) };
}
