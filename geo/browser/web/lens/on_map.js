/** What lies under the lenses of a day, in local units: what they keep free. */

import { MAP_STYLE } from "../engine/map_constants.js";
import { local } from "../engine/mercator.js";
import { boxOf } from "./lenses.js";

/** @import { LensGround } from "../types.js" */
/** @import { DatedLens } from "./lenses.js" */
/** @import { Record } from "../engine/record.js" */

const [[SOUTH, WEST], [NORTH, EAST]] = MAP_STYLE.bounds;

/**
 * @param {Record} record
 * @param {DatedLens[]} lenses of the day
 * @returns {LensGround}
 */
export const groundOf = (record, lenses) => ({
  areas: lenses.flatMap(({ areas }) => areas),
  points: record.districts.map(({ lon, lat }) => local(lon, lat)),
  country: boxOf(WEST, SOUTH, EAST, NORTH),
});
