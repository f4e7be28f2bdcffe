/** Whether the browser says of single areas what Python says. */

export async function comparePlaceSentences({ record, expected, t, module, same }) {
  const { placeSentence } = await module("wording/place");
  const isProvince = new Set(record.provinces.map(({ id }) => id));
  const kindOf = (id) => (isProvince.has(id) ? "province" : id.startsWith("PL-") ? "place" : "district");
  for (const { day, perspective, said } of expected.place_sentences)
    for (const [id, wanted] of Object.entries(said)) {
      const state = { day: record.dayNumber(day), perspective, [kindOf(id)]: id };
      same("place_sentences", `${day} ${perspective} ${id}`, placeSentence({ record, state, t }), wanted);
    }
}
