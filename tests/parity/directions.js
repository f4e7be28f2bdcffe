/** Which way districts changed between two days or views, as the browser has it beside what Python expects. */

const KEYS = ["kind", "side", "other", "status"];

/** [where, what the browser says, what Python says] for each pair of states. */
export function* directions(expected, { record, t }, { changeTag, changeWords, directedChanges }) {
  const ids = record.districts.map(({ id }) => id);
  for (const { a, b, rows } of expected.directions) {
    const moments = [a, b].map(({ day, perspective }) => ({ day: record.dayNumber(day), perspective }));
    const found = directedChanges(record, moments).map((change) => {
      const { district, direction } = change;
      return [ids[district], direction, changeWords({ record, t }, change), changeTag(record, direction)];
    });
    found.sort(([one], [other]) => (one < other ? -1 : 1));
    yield [`${a.day} ${a.perspective} – ${b.day} ${b.perspective}`, found.map(plain), rows.map(plain)];
  }
}

const plain = ([id, way, ...rest]) => [id, KEYS.map((key) => way[key]), ...rest];
