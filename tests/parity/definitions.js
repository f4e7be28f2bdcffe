/** Whether the browser says of the record by another definition what Python says. */

import { inOrder } from "./tables.js";

export async function compareDefinitions({ expected, t, module, same }) {
  const { Record } = await module("engine/record");
  const { areaStyle, signOf } = await module("engine/area_style");
  const { viewSentence } = await module("layers/sentence");
  const { placeSentence } = await module("wording/place");
  const { controlRows } = await module("wording/legend_rows");
  const { changeWords, directionOf } = await module("changes/direction");
  for (const { record: raw, days, changes } of expected.definitions) {
    const record = new Record(raw);
    const isProvince = new Set(record.provinces.map(({ id }) => id));
    for (const { day: iso, sentence, styles, legend, places } of days) {
      const day = record.dayNumber(iso);
      const state = { day, perspective: "assessed", layer: "control", window: "30" };
      const where = `${raw.definition} ${iso}`;
      same("definitions", where, viewSentence({ record, state, t }), sentence);
      const rows = controlRows({ record, state, t }).map(({ text, number }) => [text, number]);
      same("definitions", `${where}, legend`, rows, legend);
      record.control(day, "assessed").state.forEach((number, at) => {
        const style = areaStyle(record.states[number], day);
        const { id } = record.districts[at];
        const found = { ...style, sign: signOf(style) };
        same("definitions", `${where} ${id}`, inOrder(Object.keys(styles[id]), found), styles[id]);
      });
      for (const [id, said] of Object.entries(places)) {
        const kind = isProvince.has(id) ? "province" : "district";
        same("definitions", `${where} ${id}`, placeSentence({ record, state: { ...state, [kind]: id }, t }), said);
      }
    }
    const found = raw.changes.assessed.flatMap(([day]) =>
      record.changesOn(day, "assessed").map((change) => {
        const { before, after, runsOut, district } = change;
        const directed = { ...change, direction: directionOf(before, after, runsOut) };
        return [record.iso(day), record.districts[district].id, changeWords({ record, t }, directed)];
      }),
    );
    same("definitions", `${raw.definition}, changes`, found, changes);
  }
}
