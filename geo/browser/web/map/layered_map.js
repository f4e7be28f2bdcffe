/** The map's layers, and what of them a change of the state paints anew. */

import { Delayed } from "../engine/outstanding.js";
import { decode } from "../engine/topology.js";
import { isMarked } from "../layers/activity.js";
import { Caption } from "../layers/caption.js";
import { ShadePainter } from "../layers/painter.js";
import { isShaded } from "../layers/plan.js";
import { UserDataLayers } from "../userdata/layer.js";
import { basemapPainter } from "./basemap.js";
import { canvasLayer } from "./canvas_layer.js";
import { EventPainter } from "./events.js";
import { HighlightPainter } from "./highlights.js";
import { LabelPainter } from "./labels.js";
import { listenToPointer } from "./pointing.js";
import { ZonePainter } from "./zones.js";

/** @import { Base, CanvasView, LeafletMap, MapStore, State, View } from "../types.js" */
/** @import { Store } from "../engine/store.js" */
/** @import { UserData } from "../userdata/userdata.js" */

/**
 * What a map belongs to.
 * @typedef {object} Owner
 * @property {MapStore} store what this map shows
 * @property {Store} page the page's own store
 * @property {string} name
 * @property {View} viewport
 * @property {UserData | null} userData what the reader added, where this map shows it
 */

const REST_MS = 200;

export class LayeredMap {
  /**
   * @param {LeafletMap} map
   * @param {Base} base
   * @param {Owner} owner
   */
  constructor(map, base, { store, page, name, viewport, userData }) {
    const { record } = store;
    this.store = store;
    this.page = page;
    this.viewport = viewport;
    const { areas, borders } = decode(
      base.topology,
      record.districts.map(({ id }) => id),
      record.districts.map(({ province }) => province),
    );
    this.zones = new ZonePainter(areas, record);
    this.shades = new ShadePainter(areas, record);
    this.caption = new Caption(map);
    this.events = new EventPainter(record);
    this.highlights = new HighlightPainter(areas, record);
    this.names = new LabelPainter(record, base.towns);
    this.resting = new Delayed(page.outstanding, `the names of map ${name}`, () => this.#declutter());
    const basemap = basemapPainter(base, borders);
    canvasLayer(map, { pane: "basemap", zIndex: 310, paint: basemap });
    this.layers = {
      zones: canvasLayer(map, { pane: "zones", zIndex: 300, paint: (ctx, view) => this.#paintAreas(ctx, view) }),
      highlights: canvasLayer(map, {
        pane: "highlights",
        zIndex: 320,
        paint: (ctx, view) => this.highlights.paint(ctx, view),
      }),
      events: canvasLayer(map, { pane: "events", zIndex: 430, paint: (ctx, view) => this.#paintEvents(ctx, view) }),
    };
    const added = userData && { data: userData, layers: new UserDataLayers(map, page, areas, this.names) };
    this.added = added;
    listenToPointer(map, store, { areas, events: this.events, eventLayer: this.layers.events, added });
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    const areasChanged = this.#showAreas(state);
    if (areasChanged) this.layers.zones.repaint();
    if (this.highlights.show(state)) this.layers.highlights.repaint();
    if (this.#showEvents(state) || (areasChanged && this.shades.isOn) || changed.has("layer"))
      this.layers.events.repaint();
    this.added?.layers.draw(state);
    this.viewport.draw(state, changed);
    this.store.painted(state.day);
  }

  remove() {
    this.resting.cancel();
  }

  /** Ids of the events on the map, for tests. */
  visibleEvents() {
    return this.events.visible().map((i) => this.store.record.events.id[i]);
  }

  /** The names that lie under symbols and counts, for tests. */
  coveredNames() {
    return this.names.under(this.events.obstacles()).map(({ label }) => label.text);
  }

  /** The numbers and names of a layer of shades, for tests. */
  numbers() {
    return this.shades.isOn ? this.shades.written() : [];
  }

  /** How many events each symbol, disc and count stands for, for tests. */
  clusters() {
    return this.events.clusters();
  }

  /**
   * Who holds what, or the shades of another layer; the answer is whether the picture is another one.
   * @param {State} state
   */
  #showAreas(state) {
    const shaded = isShaded(state) ? this.store : null;
    this.caption.show(shaded);
    const isOther = this.shades.show(shaded);
    return (!shaded && this.zones.show(state.day, state.perspective)) || isOther;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  #paintAreas(ctx, view) {
    if (this.shades.isOn) this.shades.paint(ctx, view);
    else this.zones.paint(ctx, view);
  }

  /** @param {State} state */
  #showEvents(state) {
    const { day, window, event, highlight } = state;
    const { record } = this.store;
    const chosen = [];
    if (event) chosen.push(record.eventNumber(event));
    for (const id of highlight ?? []) chosen.push(record.eventNumber(id));
    return this.events.show(record.windowStart(day, window), day, chosen, isMarked(record, state));
  }

  /**
   * One canvas: each full-size one costs the browser a millisecond or two at every step.
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   */
  #paintEvents(ctx, view) {
    if (this.shades.takesMarks(view)) {
      this.events.forget();
      this.shades.paintNumbers(ctx, view);
      return;
    }
    this.events.paintUnder(ctx, view);
    const isFresh = this.names.paint(ctx, view);
    this.events.paint(ctx, view);
    if (this.shades.isOn) this.shades.paintNumbers(ctx, view);
    this.resting.after(isFresh ? 0 : REST_MS);
  }

  /** While days go by the names stand still; at rest they step out from under symbols and counts. */
  #declutter() {
    if (this.page.player?.playing) this.resting.after(REST_MS);
    else if (this.names.declutter(this.layers.events.view(), this.events.obstacles())) this.layers.events.repaint();
  }
}
