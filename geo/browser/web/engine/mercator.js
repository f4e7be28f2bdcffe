/** Web-Mercator in units that keep their precision as 32-bit floats around Afghanistan. */

export const UNITS = 2 ** 18;
const WORLD_PX = 256;
const CENTRE = worldPoint(67.7, 33.9);

/**
 * Position of lon, lat in the unit square of the Mercator world (x east, y south).
 * @param {number} lon
 * @param {number} lat
 * @returns {[number, number]}
 */
function worldPoint(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/**
 * lon, lat (EPSG:4326) → [x, y] in local units.
 * @param {number} lon
 * @param {number} lat
 * @returns {[number, number]}
 */
export function local(lon, lat) {
  const [x, y] = worldPoint(lon, lat);
  return [(x - CENTRE[0]) * UNITS, (y - CENTRE[1]) * UNITS];
}

/**
 * How local units become units of a drawing: place = unit × scale + offset.
 * @param {number} world the side of the Mercator world in the drawing
 * @param {[number, number]} begins where the drawing begins in that world
 */
export const placedIn = (world, [left, top]) => ({
  scale: world / UNITS,
  x: CENTRE[0] * world - left,
  y: CENTRE[1] * world - top,
});

/**
 * Local units in a kilometre at this latitude.
 * @param {number} lat
 */
export function unitsPerKm(lat) {
  return UNITS / (40075.017 * Math.cos((lat * Math.PI) / 180));
}

/**
 * How local units become pixels of a map at a zoom: px = unit × scale + offset, in layer points.
 * @param {Pick<import("leaflet").Map, "getZoom" | "getPixelOrigin">} map
 */
export function projection(map) {
  const world = WORLD_PX * 2 ** map.getZoom();
  const origin = map.getPixelOrigin();
  return placedIn(world, [origin.x, origin.y]);
}
