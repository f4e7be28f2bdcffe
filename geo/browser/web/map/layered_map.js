/** The map's layers, and what of them a change of the state paints anew. */

import { basemapPainter } from "../drawing/basemap.js";
import { canvasLayer } from "../drawing/canvas_layer.js";
import { boxOn, EventPainter } from "../drawing/events.js";
import { LabelPainter } from "../drawing/labels.js";
import { ProvinceGround } from "../drawing/province_ground.js";
import { ZonePainter } from "../drawing/zones.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { Delayed } from "../engine/outstanding.js";
import { decode } from "../engine/topology.js";
import { isMarked } from "../layers/activity.js";
import { Caption } from "../layers/caption.js";
import { ShadePainter } from "../layers/painter.js";
import { isShaded } from "../layers/shaded.js";
import { LensViews } from "../lens/lens_views.js";
import { ReferenceLayer } from "../reference/layer.js";
import { UserDataLayers } from "../userdata/layer.js";
import { HighlightPainter } from "./highlights.js";
import { listenToLenses, listenToPointer } from "./pointing.js";

/** @import { Base, Box, CanvasView, LeafletMap, MapStore, Paint, State, View } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { UserData } from "../added/userdata.js" */

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
  /** @type {Box[]} */
  #telling = [];
  #isDrawn = false; // before that there is no state to lay names for

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
    const provinceOf = record.districts.map(({ province }) => province);
    const ids = record.districts.map(({ id }) => id);
    const { areas, borders, neighbours } = decode(base.topology, ids, provinceOf);
    this.areas = areas;
    this.neighbours = neighbours;
    this.zones = new ZonePainter(areas, record);
    this.shades = new ShadePainter(areas, record);
    this.caption = new Caption(map);
    this.events = new EventPainter(record, new ProvinceGround(areas, provinceOf));
    this.highlights = new HighlightPainter(areas, record);
    this.names = new LabelPainter(record, base.towns);
    this.resting = new Delayed(page.outstanding, `the names of map ${name}`, () => this.#declutter());
    const basemap = basemapPainter(base, borders);
    /** @type {Paint} */
    const paintZones = (ctx, view) => this.zones.paint(ctx, view);
    /** @type {Paint} */
    const paintHighlights = (ctx, view) => this.highlights.paint(ctx, view);
    const { zones, events } = this;
    const ground = [paintZones, basemap, paintHighlights];
    const guests = () => ({ reference: this.reference?.painter, userData: this.added?.layers.painter });
    const parts = { record, areas, borders, zones, events, ground, guests };
    const onPlaced = (/** @type {boolean} */ isMoved) => this.#yield(isMoved);
    this.lenses = new LensViews(map, parts, { store, page, name, onPlaced }); // first: it is told of moves before layers
    canvasLayer(map, { pane: "basemap", zIndex: 310, paint: basemap });
    this.layers = {
      zones: canvasLayer(map, { pane: "zones", zIndex: 300, paint: (ctx, view) => this.#paintAreas(ctx, view) }),
      highlights: canvasLayer(map, { pane: "highlights", zIndex: 320, paint: paintHighlights }),
      events: canvasLayer(map, { pane: "events", zIndex: 430, paint: (ctx, view) => this.#paintEvents(ctx, view) }),
    };
    const added = userData && { data: userData, layers: new UserDataLayers(map, page, areas, this) };
    this.added = added;
    this.reference = name ? null : new ReferenceLayer(map, page, this.lenses, events);
    const { reference } = this;
    const targets = { areas, events: this.events, eventLayer: this.layers.events, added, reference };
    const tip = listenToPointer(map, store, targets);
    this.tip = tip;
    this.lenses.pointer = listenToLenses(map, store, targets, tip);
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    const zones = this.#showAreas(state);
    const highlights = this.highlights.show(state);
    const events = this.#showEvents(state) || (zones && this.shades.isOn) || changed.has("layer");
    if (zones) this.layers.zones.repaint();
    if (highlights) this.layers.highlights.repaint();
    if (this.#isDrawn && events) this.layers.events.repaint();
    const guests = [this.reference?.draw(state), this.added?.layers.draw(state)].some(Boolean);
    this.viewport.draw(state, changed);
    this.lenses.draw(state, { zones, highlights, events, guests });
    this.#isDrawn = true;
    this.store.painted(state.day);
  }

  /**
   * Outline the district at which one who goes by keys stands; -1 is none.
   * @param {number} number
   */
  standAt(number) {
    this.highlights.walked = number;
    this.layers.highlights.repaint();
    this.lenses.draw(this.store.state, { zones: false, highlights: true, events: false, guests: false });
  }

  remove() {
    this.resting.cancel();
    this.lenses.remove();
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
    if (!this.store.state || this.lenses.isWaiting) return false;
    if (this.shades.takesMarks(view)) {
      this.events.forget();
      this.shades.paintNumbers(ctx, view);
      return true;
    }
    this.events.lay(view);
    this.events.paintUnder(ctx, view);
    const isFresh = this.names.paint(ctx, view, () => this.#around(view));
    this.events.paint(ctx, view);
    if (this.shades.isOn) this.shades.paintNumbers(ctx, view);
    if (!isFresh) this.resting.after(REST_MS);
    return true;
  }

  /**
   * The map's marks and names leave to lenses what those show, and the areas that have something to tell.
   * @param {boolean} isMoved everything is painted anew anyway
   */
  #yield(isMoved) {
    const { events, lenses } = this;
    events.leftOut = lenses.frames.length ? (i) => lenses.holds(events.events.x[i], events.events.y[i]) : () => false;
    events.isToldElsewhere = (province) => lenses.tells(province);
    this.#telling = lenses.telling.districts.map((number) => this.areas[number].box);
    events.keptFree = [...lenses.frames, ...lenses.standing, ...this.#telling];
    this.reference?.yieldTo(events.keptFree);
    this.added?.layers.yieldTo(events.keptFree);
    this.names.forget();
    if (!isMoved) this.layers.events.repaint();
  }

  /**
   * What names keep free: marks, frames of lenses and, where districts have no names of their own, what there is to tell.
   * @param {CanvasView} view
   */
  #around(view) {
    const { frames, standing, telling } = this.lenses;
    const told = view.zoom < MAP_STYLE.small.belowZoom ? this.#telling : [];
    const kept = [...frames, ...standing, ...told];
    return {
      obstacles: this.events.obstacles(),
      keptFree: kept.map((box) => boxOn(view, box)),
      telling: telling.districts,
      shown: this.events.visible(),
    };
  }

  /** While days go by the names stand still; at rest they step out from under symbols and counts, once lenses stand. */
  #declutter() {
    const view = this.layers.events.view();
    if (this.page.player?.playing || this.lenses.placing.waits) this.resting.after(REST_MS);
    else if (view && this.names.declutter(view, this.#around(view))) this.layers.events.repaint();
  }
}
