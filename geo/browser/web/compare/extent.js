/** Where two maps look: at what differs between them; null where nothing does. */

import { momentsOf } from "../changes/direction.js";
import { isShaded } from "../layers/shaded.js";

/** @import { Extent, MapMoment, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

const KM_A_DEGREE = 111.2;
const MARGIN = 0.12; // of the box, on each side
const MIN_DEGREES = 0.25; // around the middle of a place
const MIN_SPAN = 0.9; // no closer than districts and their neighbours can be told apart

/**
 * South-west and north-east of the districts and named places that differ.
 * @param {Record} record
 * @param {State} state
 * @returns {Extent | null}
 */
export function extentOfDifference(record, state) {
  const moments = isShaded(state) ? null : momentsOf(state); // other layers are of whole provinces
  if (!moments) return null;
  const boxes = [...districtsApart(record, moments), ...placesApart(record, moments)].map(around);
  if (!boxes.length) return null;
  const south = Math.min(...boxes.map((box) => box[0]));
  const west = Math.min(...boxes.map((box) => box[1]));
  const north = Math.max(...boxes.map((box) => box[2]));
  const east = Math.max(...boxes.map((box) => box[3]));
  const [up, across] = [marginOf(north - south), marginOf(east - west)];
  return [
    [south - up, west - across],
    [north + up, east + across],
  ];
}

/** @param {number} span in degrees */
const marginOf = (span) => Math.max(span * MARGIN, (MIN_SPAN - span) / 2);

/**
 * @param {Record} record
 * @param {[MapMoment, MapMoment]} moments
 */
function districtsApart(record, [a, b]) {
  return record.difference(a.day, b.day, b.perspective, a.perspective).map(({ district }) => {
    const { lat, lon, km2 } = record.districts[district];
    return { lat, lon, reach: Math.sqrt(km2) / KM_A_DEGREE };
  });
}

/**
 * @param {Record} record
 * @param {[MapMoment, MapMoment]} moments
 */
function placesApart(record, [a, b]) {
  return record.zones.flatMap((zone) => {
    const [was, is] = [a, b].map(({ day, perspective }) => record.zoneState(zone, day, perspective));
    const isSame = was?.controller === is?.controller && was?.status === is?.status;
    if (isSame || zone.lat === null || zone.lon === null) return [];
    return [{ lat: zone.lat, lon: zone.lon, reach: zone.radiusKm / KM_A_DEGREE }];
  });
}

/**
 * South, west, north, east of a district about as large as it is wide.
 * @param {{lat: number, lon: number, reach: number}} middle
 */
function around({ lat, lon, reach }) {
  const up = Math.max(reach * 0.75, MIN_DEGREES / 2);
  const across = up / Math.cos((lat * Math.PI) / 180);
  return [lat - up, lon - across, lat + up, lon + across];
}
