/** Looking things up in sorted numbers. */

/**
 * Position of the first sorted value that is not below `value`.
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 */
export function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Position of the last sorted value that is not above `value`; -1 when there is none.
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 */
export function lastAtOrBefore(sorted, value) {
  return lowerBound(sorted, value + 1) - 1;
}

/**
 * Position of the triple in [start, state, since, …] in which a day lies; -1 before the first.
 * @param {number[]} span
 * @param {number} day
 */
export function spanAt(span, day) {
  for (let i = span.length - 3; i >= 0; i -= 3) if (span[i] <= day) return i;
  return -1;
}
