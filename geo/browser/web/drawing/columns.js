/** The columns that bars over days stand in, on the time axis. */

/**
 * The counts of the days of each column: one a pixel or two, or a day when days are wider.
 * @param {ArrayLike<number>[]} counts of each kind by day
 * @param {{range: [number, number], xOf: (day: number) => number, width: number}} of
 */
export function columnsOf(counts, { range: [first, last], xOf, width }) {
  const wide = Math.max(2, width / (last - first + 1));
  /** @type {Map<number, number[]>} */
  const columns = new Map();
  for (let day = Math.floor(first); day <= Math.ceil(last); day++) {
    const column = Math.round(xOf(day) / wide);
    const stack = columns.get(column) ?? new Array(counts.length).fill(0);
    for (let kind = 0; kind < counts.length; kind++) stack[kind] += counts[kind][day] ?? 0;
    columns.set(column, stack);
  }
  return { wide, columns };
}
