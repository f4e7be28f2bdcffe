/** The layers of activity and presence, for `compare.js`. */

/** What a map of activity or presence draws, says and lists. */
export async function compareLayers({ record, expected, t, module, same }) {
  const { planOn } = await module("layers/plan");
  const { viewSentence } = await module("layers/sentence");
  const { layerRows } = await module("layers/legend_rows");
  const ids = record.districts.map(({ id }) => id);
  for (const { view, districts, provinces, sentence, rows } of expected.layers) {
    const shown = { record, t, state: { ...view, day: record.dayNumber(view.date) } };
    record.filter.choose(shown.state);
    const where = `${view.layer} ${view.date} ${view.window} ${view.presence} ${view.actor} ${view.type} ${view.kind}`;
    const plan = planOn(shown);
    const placed = plan.districts.flatMap((step, number) => (step < 0 ? [] : [[ids[number], step]]));
    same("layers", `${where}, districts`, placed.sort(), Object.entries(districts).sort());
    const drawn = plan.provinces.map((shade, number) => [record.provinces[number].id, shade]);
    const marked = drawn.filter(([, { step, lines }]) => step >= 0 || lines);
    same("layers", `${where}, provinces`, marked.sort(), Object.entries(provinces).sort());
    same("layers", `${where}, sentence`, viewSentence(shown), sentence);
    const found = layerRows(shown).map(({ text, number, sample }) => [text, number, sample?.shade ?? null]);
    same("layers", `${where}, legend`, found, rows);
  }
  record.filter.choose({});
}
