/** Events that stand beside ours, counted by how exactly their place is known. */

/** @typedef {"point" | "district_precision" | "province_precision" | "not_drawn"} PrecisionKind */

/** @type {PrecisionKind[]} */
export const PRECISION_KINDS = ["point", "district_precision", "province_precision", "not_drawn"];
/** @type {{[precision: number]: PrecisionKind}} */
const KIND_OF = { 1: "point", 2: "point", 3: "district_precision", 4: "province_precision" };

/**
 * How many of these events are drawn as what.
 * @param {ArrayLike<number>} where
 * @param {ArrayLike<number | boolean>} drawn
 * @param {number[]} numbers
 */
export function kindsOf(where, drawn, numbers) {
  const tally = { point: 0, district_precision: 0, province_precision: 0, not_drawn: 0 };
  for (const i of numbers) tally[drawn[i] ? (KIND_OF[where[i]] ?? "not_drawn") : "not_drawn"] += 1;
  return tally;
}
