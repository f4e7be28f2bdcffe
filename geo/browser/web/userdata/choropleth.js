/** The classes of a choropleth: where each begins, which a count belongs to, which colour it has. */

export const CLASSES = 5;
const NICE = [1, 2, 3, 5];

/**
 * The least number of each class, from 1 on, for counts up to `most`: round numbers, growing by about the same factor.
 * @param {number} most
 * @param {number} classes
 */
export function classLimits(most, classes = CLASSES) {
  if (most <= classes) return Array.from({ length: Math.max(1, most) }, (_, n) => n + 1);
  const limits = [1];
  for (let n = 1; n < classes; n++) limits.push(Math.max(limits[n - 1] + 1, rounded(most ** (n / classes))));
  return limits;
}

/**
 * The number of the class of a count; -1 for none.
 * @param {number} count
 * @param {number[]} limits
 */
export function classOf(count, limits) {
  return limits.findLastIndex((limit) => limit <= count);
}

/**
 * Which colour of the ramp a class has: few classes take the ramp's ends.
 * @param {number} number
 * @param {number[]} limits
 * @param {string[]} ramp
 */
export function colourNumber(number, limits, ramp) {
  return limits.length < 2 ? ramp.length - 2 : Math.round((number * (ramp.length - 1)) / (limits.length - 1));
}

/**
 * The round number at or under a value: 1, 2, 3 or 5 times a power of ten.
 * @param {number} value
 */
function rounded(value) {
  const unit = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return (NICE.findLast((step) => step * unit <= value * (1 + 1e-9)) ?? 1) * unit;
}
