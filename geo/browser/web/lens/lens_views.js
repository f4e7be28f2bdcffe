/** The lenses of a map: which stand where, when they appear and leave, and how a reader hides them and comes back. */

import { boxOn } from "../drawing/events.js";
import { el } from "../engine/elements.js";
import { Delayed } from "../engine/outstanding.js";
import { isIn } from "./callouts.js";
import { lensLayout, viewIn } from "./layout.js";
import { boxesBetween, Leaders } from "./leaders.js";
import { LensView } from "./lens_view.js";
import { lensesIn, readLenses } from "./lenses.js";
import { Locator } from "./locator.js";
import { flatView, goTo, isOfUse, isOnMap, occupiedBoxes, unitBox } from "./on_leaflet.js";
import { groundOf } from "./on_map.js";
import { tellingIn } from "./telling.js";

/** @import { Area, Borders, Box, LeafletMap, LensGround, LensView as FlatView, MapStore, Paint, PlacedLens, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */
/** @import { EventPainter } from "../drawing/events.js" */
/** @import { ZonePainter } from "../drawing/zones.js" */
/** @import { Guests } from "./guests.js" */
/** @import { DatedLens } from "./lenses.js" */
/** @import { LensHandlers } from "./lens_view.js" */
/** @import { Telling } from "./telling.js" */

/**
 * What lenses share with their map.
 * @typedef {object} LensParts
 * @property {Record} record
 * @property {Area[]} areas
 * @property {Borders} borders
 * @property {ZonePainter} zones
 * @property {EventPainter} events
 * @property {Paint[]} ground what is drawn under the marks
 * @property {() => Guests} guests what stands beside our record on the map
 */

/**
 * @typedef {object} Owner
 * @property {MapStore} store
 * @property {Store} page
 * @property {string} name of the map
 * @property {(isMoved: boolean) => void} onPlaced told when frames or what is told have changed
 */

const [REST_MS, PASSING_MS] = [200, 450];
const LOCATOR = -1;
/** What Leaflet must not take for its own. */
const OWN_EVENTS = ["click", "dblclick", "contextmenu", "mousedown", "mousemove", "wheel", "touchstart", "pointerdown"];

export class LensViews {
  /** @type {Map<number, LensView>} */
  views = new Map();
  /** What the map leaves to lenses, in local units. @type {Box[]} */
  frames = [];
  /** Where lenses stand and what joins them to their frames, in local units. @type {Box[]} */
  standing = [];
  /** What a pointer does in them. @type {Pick<LensHandlers, "move" | "leave" | "click">} */
  pointer = { move() {}, leave() {}, click() {} };
  /** What was there to be told when they were placed. @type {Telling} */
  telling = { districts: [], places: [] };
  hidden = false;
  /** @type {Locator | null} */
  #locator = null;
  /** @type {{frame: Box, stands: Box}[]} */
  #joined = [];
  #key = "";
  #left = ""; // to lenses, as it was when the map was told
  #isFirst = true;

  /**
   * @param {LeafletMap} map
   * @param {LensParts} parts
   * @param {Owner} owner
   */
  constructor(map, parts, owner) {
    this.map = map;
    this.parts = parts;
    this.owner = owner;
    this.lenses = readLenses(parts.record.raw);
    const { t } = owner.store;
    this.leaders = new Leaders(map.getContainer());
    this.host = el("div", { cls: "replay-lenses" });
    for (const type of OWN_EVENTS) this.host.addEventListener(type, (event) => event.stopPropagation());
    const back = { type: "button" };
    this.back = el("button", {
      cls: "replay-lens-back",
      text: t("lens.show"),
      attrs: back,
      on: { click: () => this.hide(false) },
    });
    this.host.append(this.back);
    map.getContainer().append(this.host);
    this.placing = new Delayed(owner.page.outstanding, `the lenses of map ${owner.name}`, () => this.#placeAtRest());
    map.on("viewreset moveend resize", () => this.place(true));
    map.on("move", () => this.#join());
    map.on("zoomanim", () => this.leaders.show(false));
  }

  /**
   * Draw a state: lenses that stand paint what has changed; another set of them waits until the reader has come to rest.
   * @param {State} state
   * @param {{zones: boolean, highlights: boolean, events: boolean, guests: boolean}} changed
   */
  draw(state, changed) {
    if (this.#isFirst) {
      this.#isFirst = false;
      return this.place();
    }
    const isEvent = changed.events;
    for (const view of this.views.values()) {
      if (changed.zones || changed.highlights) view.paintGround();
      const isOther = isEvent && view.showEvents();
      if ((changed.guests && view.guests.take()) || isOther) view.paintMarks();
    }
    if (changed.zones) this.#locator?.paintGround();
    if (this.#keyOf(state) === this.#key) this.placing.cancel();
    else this.placing.after(this.owner.page.player?.playing ? PASSING_MS : REST_MS);
  }

  /**
   * @param {boolean} isHidden
   */
  hide(isHidden) {
    this.hidden = isHidden;
    this.place();
    if (isHidden) this.back.focus({ preventScroll: true });
    else this.#locator?.root.focus({ preventScroll: true });
  }

  /**
   * Place the lenses of the state on the map as it is now.
   * @param {boolean} isMoved the map has been moved: it paints itself anew
   */
  place(isMoved = false) {
    const { state } = this.owner.store;
    if (this.#isFirst || !state) return;
    const { record } = this.parts;
    this.#key = this.#keyOf(state);
    this.telling = tellingIn(this.parts.record, state);
    const own = lensesIn(this.lenses, state);
    const flat = flatView(this.map);
    const ground = groundOf(record, own);
    const useful = isOfUse(this.map) ? own.filter((lens) => isOnMap(flat, lens)) : [];
    const possible = lensLayout(flat, useful, ground, occupiedBoxes(this.map));
    const placed = this.hidden ? [] : possible;
    this.back.hidden = !this.hidden || !possible.length;
    this.map.getContainer().classList.toggle(
      "replay-covered",
      placed.some(({ covers }) => covers),
    );
    this.#show(placed, flat, ground);
    const boxes = [
      ...placed.map(({ stands }) => stands),
      ...[...this.views.values()].map(({ footprint }) => footprint), // with their titles
      ...this.#framed().flatMap(({ frame, stands }) => boxesBetween(frame, stands)),
    ];
    this.standing = boxes.map((box) => unitBox(flat, box));
    const left = JSON.stringify([this.frames, this.standing, this.telling.districts]);
    if (left === this.#left) return;
    this.#left = left;
    this.owner.onPlaced(isMoved);
  }

  remove() {
    this.placing.cancel();
  }

  /** Nothing has been placed yet. */
  get isWaiting() {
    return this.#isFirst;
  }

  /** What the state on show has to tell, for tests. */
  tellingNow() {
    return tellingIn(this.parts.record, this.owner.store.state);
  }

  /** Whether a lens tells the count of a province, since its name is in the frame. @param {number} province */
  tells(province) {
    return this.holds(...this.parts.events.provinceSpots[province]);
  }

  /**
   * Whether a point of the map lies in what a lens shows.
   * @param {number} x local units
   * @param {number} y
   */
  holds(x, y) {
    return this.frames.some((frame) => isIn(frame, [x, y]));
  }

  /**
   * @param {PlacedLens[]} placed
   * @param {FlatView} flat
   * @param {LensGround} ground
   */
  #show(placed, flat, ground) {
    for (const [number, view] of this.views)
      if (!placed.some((one) => one.number === number)) {
        view.remove();
        this.views.delete(number);
      }
    const shown = placed.filter(({ number }) => number !== LOCATOR);
    const covers = placed.some((one) => one.covers);
    this.frames = shown.map(({ number }) => this.lenses[number].shown);
    const map = { width: flat.width, height: flat.height, canHide: !covers, ...this.#seenUnder(placed, flat, ground) };
    /** @type {Box[]} */
    const taken = [];
    const locator = placed.find(({ number }) => number === LOCATOR);
    if (locator) taken.push(locator.stands);
    for (const one of shown.toReversed()) {
      const view = this.views.get(one.number) ?? this.#made(this.lenses[one.number]);
      const others = placed.filter((other) => other !== one && !other.covers).map(({ stands }) => stands);
      view.lay(one, this.telling, one.covers ? taken : [], { ...map, shown: [...map.shown, ...others] });
      taken.push(view.footprint);
    }
    this.#showLocator(locator, ground.country);
    this.#joined = covers ? [] : shown.map(({ number, stands }) => ({ frame: this.lenses[number].shown, stands }));
    this.#join();
    this.leaders.show(true);
  }

  /**
   * What lenses have to leave in sight, in CSS pixels: frames of what they show, areas that tell something, districts.
   * @param {PlacedLens[]} placed
   * @param {FlatView} flat the map
   * @param {LensGround} ground
   */
  #seenUnder(placed, flat, { points }) {
    const cover = placed.find(({ covers }) => covers);
    const view = { ...(cover ? viewIn(cover, this.lenses[cover.number].shown) : flat), ratio: 1, zoom: 0 };
    const areas = this.telling.districts.map((number) => this.parts.areas[number].box);
    return {
      shown: [...areas, ...(cover ? [] : this.frames)].map((box) => boxOn(view, box)),
      points: points.map(([x, y]) => [x * view.scale + view.x, y * view.scale + view.y]),
    };
  }

  /** @param {DatedLens} lens */
  #made(lens) {
    const { store } = this.owner;
    const on = {
      ...this.pointer,
      hide: () => this.hide(true),
      goTo: (/** @type {DatedLens} */ to) => goTo(this.map, to),
    };
    const view = new LensView(this.host, lens, this.parts, store.t, on);
    this.views.set(lens.number, view);
    return view;
  }

  /**
   * @param {PlacedLens | undefined} placed
   * @param {Box} country
   */
  #showLocator(placed, country) {
    if (!placed) {
      this.#locator?.remove();
      this.#locator = null;
      return;
    }
    const { t } = this.owner.store;
    this.#locator ??= new Locator(this.host, this.parts, t("lens.country"), () => this.hide(true));
    this.host.append(this.#locator.root); // over the lens
    this.#locator.lay(placed, country, this.frames);
  }

  /** Frames and leader lines where the map stands now. */
  #join() {
    this.leaders.draw(this.#framed());
  }

  /** The frames where the map stands now, each with its lens, in CSS pixels. */
  #framed() {
    if (!this.#joined.length) return [];
    const view = { ...flatView(this.map), ratio: 1, zoom: 0 };
    return this.#joined.map(({ frame, stands }) => ({ frame: boxOn(view, frame), stands }));
  }

  #placeAtRest() {
    const { moving, player } = this.owner.page;
    if (moving && !player?.playing) return; // a handle is held: 'rest' follows, which is drawn
    this.place();
  }

  /** What the lenses of a state are placed by. @param {State} state */
  #keyOf(state) {
    const { districts, places } = tellingIn(this.parts.record, state);
    const own = lensesIn(this.lenses, state).map(({ number }) => number);
    return JSON.stringify([own, districts, places.map(({ id }) => id)]);
  }
}
