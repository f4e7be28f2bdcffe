/** Going over the map by keys: from district to neighbouring district, each said as one comes to it. */

import { UNITS } from "../engine/mercator.js";
import { NOTHING } from "../store/store.js";
import { placeSentence } from "../wording/place.js";
import { districtLinks, middleOf } from "./district_links.js";

/** @import { Area, LeafletMap } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { LayeredMap } from "./layered_map.js" */
/** @import { Arrow } from "./district_links.js" */

const WORLD_PX = 256;
const EDGE_PX = 60; // what one comes to stands at least so far from the edge of the map

export class Walk {
  /** The district where one stands; -1 while the map is moved as a whole. */
  at = -1;
  /** Told when one begins or ends. */
  onTurned = () => {};
  /** @type {ReturnType<typeof districtLinks> | null} */
  #links = null;

  /**
   * @param {LeafletMap} map
   * @param {Store} page
   * @param {LayeredMap} view
   */
  constructor(map, page, view) {
    this.map = map;
    this.page = page;
    this.view = view;
  }

  get isOn() {
    return this.at >= 0;
  }

  /** Begin at what is selected, else in the middle of the map; or end. */
  toggle() {
    if (this.isOn) return this.end();
    const { record, state, t } = this.page;
    const selected = record.districts.findIndex(({ id }) => id === state.district);
    this.#stand(selected >= 0 ? selected : nearest(this.view.areas, this.#middle()), t("walk.on"));
    this.onTurned();
  }

  end() {
    this.at = -1;
    this.view.standAt(-1);
    this.onTurned();
    this.page.say(this.page.t("walk.off"), "walk");
  }

  /**
   * To the neighbour that lies in a direction; said if there is none.
   * @param {Arrow} arrow
   */
  step(arrow) {
    const next = this.next(this.at, arrow);
    if (next < 0) this.page.say(this.page.t("walk.edge"), "walk");
    else this.#stand(next);
  }

  /**
   * The district to which an arrow leads; -1 where there is none.
   * @param {number} from
   * @param {Arrow} arrow
   */
  next(from, arrow) {
    this.#links ??= districtLinks(this.view.areas, this.view.neighbours);
    return this.#links[from][arrow];
  }

  /** The card of the district where one stands takes the focus; when it closes, the map has it again. */
  open() {
    const { record } = this.page;
    const { id, province } = record.districts[this.at];
    const container = this.map.getContainer();
    this.page.leaveCard = () => {
      window.focus();
      container.focus({ preventScroll: true });
    };
    const { state } = this.page;
    if (state.district === id && !state.place && !state.event) return this.page.focusCard?.(); // it is open
    this.page.set({ ...NOTHING, province: record.provinces[province].id, district: id });
    this.page.commit();
  }

  /**
   * @param {number} number
   * @param {string} [lead] what is said before
   */
  #stand(number, lead = "") {
    this.at = number;
    this.view.standAt(number);
    const { map, page } = this;
    const { record, state, t } = page;
    const [x, y] = middleOf(this.view.areas[number].box);
    map.panInside(this.#placeOf(x, y), { padding: [EDGE_PX, EDGE_PX] });
    const { id, province } = record.districts[number];
    const there = { ...state, place: null, district: id, province: record.provinces[province].id };
    page.say([lead, placeSentence({ record, state: there, t })].filter(Boolean).join(" "), "walk");
  }

  /** The middle of the districts that are in sight, in local units. @returns {[number, number]} */
  #middle() {
    const bounds = this.map.getBounds();
    const all = this.view.areas.map(({ box }) => middleOf(box));
    const seen = all.filter(([x, y]) => bounds.contains(this.#placeOf(x, y)));
    const middles = seen.length ? seen : all;
    const sum = (/** @type {0 | 1} */ axis) => middles.reduce((total, middle) => total + middle[axis], 0);
    return [sum(0) / middles.length, sum(1) / middles.length];
  }

  /**
   * @param {number} x in local units
   * @param {number} y
   */
  #placeOf(x, y) {
    return this.map.unproject([(x * WORLD_PX) / UNITS, (y * WORLD_PX) / UNITS], 0);
  }
}

/**
 * The district whose middle is nearest.
 * @param {Area[]} areas
 * @param {[number, number]} point
 */
function nearest(areas, [x, y]) {
  const far = areas.map(({ box }) => {
    const [otherX, otherY] = middleOf(box);
    return Math.hypot(otherX - x, otherY - y);
  });
  return far.indexOf(Math.min(...far));
}
