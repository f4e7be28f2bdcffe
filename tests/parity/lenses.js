/** Lenses, compared: `compare.js` runs it. */

/** Where the lenses of each day stand, on maps of each size. */
export async function compareLenses({ record, raw, expected, module, same }) {
  const { local } = await module("engine/mercator");
  const { lensLayout } = await module("lens/layout");
  const { lensesOn, readLenses } = await module("lens/lenses");
  const { groundOf } = await module("lens/on_map");
  const every = readLenses(raw);
  const world = 2 ** 18; // a local unit of the whole Mercator world
  const [x0, y0] = local(-180, 0);
  for (const { day, maps } of expected.lenses) {
    const own = lensesOn(every, record.dayNumber(day));
    for (const { width, height, view, placed } of maps) {
      const scale = view[0] / world;
      const onMap = { width, height, scale, x: -view[1] - x0 * scale, y: -view[2] - (y0 - world / 2) * scale };
      const found = lensLayout(onMap, own, groundOf(record, own));
      const rows = found.map((p) => [p.number, ...p.stands.map(Math.round), Math.round(p.scale * world), p.covers]);
      same("lenses", `${day} on ${width}×${height}`, ...within(rows, placed));
    }
  }
}

/** Numbers that differ by one in their last place are the same. */
function within(found, wanted) {
  const near = (a, b) => a === b || (typeof a === "number" && Math.abs(a - b) <= Math.max(1, 1e-4 * Math.abs(b)));
  const isNear = found.length === wanted.length && found.every((row, n) => row.every((v, k) => near(v, wanted[n][k])));
  return isNear ? [wanted, wanted] : [found, wanted];
}
