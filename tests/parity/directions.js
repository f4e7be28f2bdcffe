/** Which way districts changed between two days or views, as the browser has it beside what Python expects. */

const KEYS = ["kind", "side", "other", "status"];

/** [where, what the browser says, what Python says] for each pair of states. */
export function* directions(expected, { record, t }, { changeTag, changeWords, directedChanges, extentOfDifference }) {
  const ids = record.districts.map(({ id }) => id);
  for (const { a, b, rows, extent } of expected.directions) {
    const moments = [a, b].map(({ day, perspective }) => ({ day: record.dayNumber(day), perspective }));
    const found = directedChanges(record, moments).map((change) => {
      const { district, direction } = change;
      return [ids[district], direction, changeWords({ record, t }, change), changeTag(record, direction)];
    });
    found.sort(([one], [other]) => (one < other ? -1 : 1));
    const where = `${a.day} ${a.perspective} – ${b.day} ${b.perspective}`;
    yield [where, found.map(plain), rows.map(plain)];
    const looks = extentOfDifference(record, { comparedMaps: { a: moments[0], b: moments[1] } });
    yield [`${where}, where both maps look`, rounded(looks), rounded(extent)];
  }
}

/** To the third decimal: the browser has the middles of districts no finer. */
const rounded = (extent) => extent?.flat().map((degrees) => Math.round(degrees * 1000) / 1000) ?? null;

const plain = ([id, way, ...rest]) => [id, KEYS.map((key) => way[key]), ...rest];
