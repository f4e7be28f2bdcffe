/** Hover tells, click selects: an event first (those that the reader added lie on top), else a place or a district. */

import { local } from "../engine/mercator.js";
import { NOTHING } from "../engine/store.js";
import { isShaded } from "../layers/plan.js";
import { tooltip } from "./tooltip.js";
import { placeAt } from "./zones.js";

/** @import { LatLng, LeafletMouseEvent, Point } from "leaflet" */
/** @import { Area, CanvasLayer, CanvasView, LeafletMap, MapStore, Pointed, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { UserData } from "../userdata/userdata.js" */
/** @import { UserDataLayers } from "../userdata/layer.js" */
/** @import { EventPainter } from "./events.js" */

/**
 * What can be pointed at.
 * @typedef {object} Targets
 * @property {Area[]} areas
 * @property {EventPainter} events
 * @property {CanvasLayer} eventLayer
 * @property {{data: UserData, layers: UserDataLayers} | null} added by the reader
 */

/**
 * @param {LeafletMap} map
 * @param {MapStore} store
 * @param {Targets} targets
 */
export function listenToPointer(map, store, targets) {
  const tip = tooltip(map, store, targets.added?.data ?? null);
  map.on("mousemove", (event) => tip.show(pointedAt(map, store, targets, event), event.containerPoint));
  map.on("mouseout movestart", () => tip.hide());
  map.on("click", (event) => choose(store, targets, pointedAt(map, store, targets, event)));
}

/**
 * @param {LeafletMap} map
 * @param {MapStore} store
 * @param {Targets} targets
 * @param {LeafletMouseEvent} event
 * @returns {Pointed}
 */
function pointedAt(map, store, { areas, events, eventLayer, added }, event) {
  const userData = added?.layers.at((view) => canvasPoint(map, event.layerPoint, view)) ?? [];
  if (userData.length) return { userData };
  const view = eventLayer.view();
  const hit = view ? events.at(...canvasPoint(map, event.layerPoint, view)) : [];
  if (hit.length) return { events: hit };
  const place = isShaded(store.state) ? null : placeAt(store, map, event.latlng);
  return place ? { place } : { district: districtAt(areas, event.latlng) };
}

/**
 * Select what is pointed at; of several that lie together the next one.
 * @param {MapStore} store
 * @param {Targets} targets
 * @param {Pointed} pointed
 */
function choose(store, { added }, pointed) {
  added?.data.select(pointed.userData ? next(pointed.userData, added.data.selected) : -1);
  if (pointed.userData) return;
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
 * @param {LeafletMap} map
 * @param {Point} layerPoint
 * @param {CanvasView} view
 * @returns {[number, number]}
 */
function canvasPoint(map, layerPoint, view) {
  const { lng, lat } = map.layerPointToLatLng(layerPoint);
  const [x, y] = local(lng, lat);
  return [x * view.scale + view.x, y * view.scale + view.y];
}

/** @type {CanvasRenderingContext2D | null} */
let probe = null;

/**
 * Number of the district under a position; -1 outside.
 * @param {Area[]} areas
 * @param {LatLng} position
 */
function districtAt(areas, { lat, lng }) {
  probe ??= document.createElement("canvas").getContext("2d");
  const [x, y] = local(lng, lat);
  return areas.findIndex(
    ({ box, path }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && probe?.isPointInPath(path, x, y),
  );
}
