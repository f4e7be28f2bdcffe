/** Hover tells, click selects: an event first (those that the reader added lie on top), else a place or a district. */

import { placeAt } from "../drawing/zones.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { local, projection } from "../engine/mercator.js";
import { isShaded } from "../layers/shaded.js";
import { goTo } from "../lens/on_leaflet.js";
import { tooltip } from "../parts/tooltip.js";
import { NOTHING } from "../store/store.js";

/** @import { LeafletMouseEvent } from "leaflet" */
/** @import { Area, CanvasLayer, CanvasView, LeafletMap, MapStore, Pointed, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { LensView } from "../lens/lens_view.js" */
/** @import { UserData } from "../added/userdata.js" */
/** @import { ReferenceLayer } from "../reference/layer.js" */
/** @import { UserDataLayers } from "../userdata/layer.js" */
/** @import { EventPainter } from "../drawing/events.js" */

/**
 * What can be pointed at.
 * @typedef {object} Targets
 * @property {Area[]} areas
 * @property {EventPainter} events
 * @property {CanvasLayer} eventLayer
 * @property {{data: UserData, layers: UserDataLayers} | null} added by the reader
 * @property {ReferenceLayer | null} reference UCDP's rows, where the map shows them
 */

/**
 * Listen on the map; the answer is its tooltip.
 * @param {LeafletMap} map
 * @param {MapStore} store
 * @param {Targets} targets
 */
export function listenToPointer(map, store, targets) {
  const tip = tooltip(map, store, { userData: targets.added?.data, reference: targets.reference?.store.reference });
  map.on("mousemove", (event) => tip.show(pointedAt(map, store, targets, event), event.containerPoint));
  map.on("mouseout movestart", () => tip.hide());
  map.on("click", (event) => choose(store, targets, pointedAt(map, store, targets, event)));
  return tip;
}

/**
 * The same in lenses: what is no event, callout, place or district that tells something is ground, to which the map goes.
 * @param {LeafletMap} map
 * @param {MapStore} store
 * @param {Targets} targets
 * @param {ReturnType<typeof tooltip>} tip
 */
export function listenToLenses(map, store, targets, tip) {
  const frame = map.getContainer();
  /** @type {(lens: LensView, event: MouseEvent) => void} */
  const move = (lens, event) => {
    if (isButton(event)) {
      tip.hide();
      return;
    }
    const { left, top } = frame.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    tip.show(pointedInLens(store, targets, lens, event), at);
  };
  /** @type {(lens: LensView, event: MouseEvent) => void} */
  const click = (lens, event) => {
    if (isButton(event)) return;
    const pointed = pointedInLens(store, targets, lens, event);
    const { events, place, userData, reference, district = -1 } = pointed;
    if (events || place || userData || reference || lens.tells(district)) choose(store, targets, pointed);
    else goTo(map, lens.lens);
  };
  return { move, click, leave: () => tip.hide() };
}

/** @param {MouseEvent} event */
const isButton = ({ target }) => Boolean(/** @type {Element} */ (target).closest?.("button"));

/**
 * @param {MapStore} store
 * @param {Targets} targets
 * @param {LensView} lens
 * @param {MouseEvent} event
 * @returns {Pointed}
 */
function pointedInLens(store, { areas }, lens, event) {
  const { x, y, unit } = lens.pointOf(event);
  const guest = lens.guests.at(x * lens.view.ratio, y * lens.view.ratio);
  if (guest) return guest;
  const callout = lens.callouts.at(x, y);
  if (callout?.kind === "province") return { events: [...callout.members].reverse() };
  if (callout?.kind === "district") return { district: callout.number };
  const { ratio, scale } = lens.view;
  const hit = callout ? [] : lens.events.at(x * ratio, y * ratio);
  if (hit.length) return { events: hit };
  const place = placeAt(store, callout ? callout.at : unit, scale / ratio, MAP_STYLE.lens.placePx / 2);
  return place ? { place } : { district: districtAt(areas, unit) };
}

/**
 * @param {LeafletMap} map
 * @param {MapStore} store
 * @param {Targets} targets
 * @param {LeafletMouseEvent} event
 * @returns {Pointed}
 */
function pointedAt(map, store, { areas, events, eventLayer, added, reference }, event) {
  const unit = local(event.latlng.lng, event.latlng.lat);
  const userData = added?.layers.at((view) => onCanvas(unit, view)) ?? [];
  if (userData.length) return { userData };
  const rows = reference?.at((view) => onCanvas(unit, view)) ?? [];
  if (rows.length) return { reference: rows };
  const view = eventLayer.view();
  const hit = view ? events.at(...onCanvas(unit, view)) : [];
  if (hit.length) return { events: hit };
  const place = isShaded(store.state) ? null : placeAt(store, unit, projection(map).scale);
  return place ? { place } : { district: districtAt(areas, unit) };
}

/**
 * Select what is pointed at; of several that lie together the next one.
 * @param {MapStore} store
 * @param {Targets} targets
 * @param {Pointed} pointed
 */
function choose(store, { added, reference }, pointed) {
  added?.data.select(pointed.userData ? next(pointed.userData, added.data.selected) : -1);
  const rows = reference?.store.reference;
  rows?.select(pointed.reference ? next(pointed.reference, rows.selected) : -1);
  if (pointed.userData || pointed.reference) return;
  store.set(selection(store.record, store.state, pointed));
  store.commit();
}

/**
 * @param {Record} record
 * @param {State} state
 * @param {Pointed} pointed
 * @returns {Partial<State>}
 */
function selection({ events, provinces, districts }, state, { events: numbers, place, district = -1 }) {
  const ids = numbers?.map((i) => events.id[i]);
  if (ids) return { event: next(ids, state.event ?? "") };
  if (place) return { ...NOTHING, province: provinces[place.zone.province].id, place: place.zone.id };
  if (district < 0) return NOTHING;
  const { id, province } = districts[district];
  return { ...NOTHING, province: provinces[province].id, district: id };
}

/**
 * The one after the chosen one, or the first.
 * @template T
 * @param {T[]} items
 * @param {T} chosen
 */
function next(items, chosen) {
  return items[(items.indexOf(chosen) + 1) % items.length];
}

/**
 * A point of the map on a canvas.
 * @param {[number, number]} unit
 * @param {CanvasView} view
 * @returns {[number, number]}
 */
const onCanvas = ([x, y], view) => [x * view.scale + view.x, y * view.scale + view.y];

/** @type {CanvasRenderingContext2D | null} */
let probe = null;

/**
 * Number of the district at a point; -1 outside.
 * @param {Area[]} areas
 * @param {[number, number]} unit
 */
function districtAt(areas, [x, y]) {
  probe ??= document.createElement("canvas").getContext("2d");
  return areas.findIndex(
    ({ box, path }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && probe?.isPointInPath(path, x, y),
  );
}
