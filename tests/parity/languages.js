/** The other languages: the browser's modules say in each what Python says. */

/**
 * @param {{expected: any, raw: any, cards: any, module: Function, same: Function, english: any}} of
 */
export async function compareLanguages({ expected, raw, cards, module, same }) {
  const { Record } = await module("engine/record");
  const { translator } = await module("engine/text");
  const dates = { ...(await module("engine/dates")), ...(await module("wording/date_spans")) };
  const [{ lossWords }, { eventLine }, { viewSentence }] = await Promise.all(
    ["wording/words", "wording/event_line", "layers/sentence"].map(module),
  );
  for (const [lang, spoken] of Object.entries(expected.languages)) {
    const t = translator(spoken.texts);
    const record = new Record(raw);
    record.speak(spoken.texts);
    const tell = (where, found, wanted) => same("languages", `${lang} ${where}`, found, wanted);
    for (const [day, ...words] of spoken.dates)
      tell(day, [dates.plainDate(day), dates.inWords(day), dates.inOtherCalendar(day)], words);
    for (const [start, end, words] of spoken.spans) tell(start, dates.spanInWords(start, end), words);
    for (const [loss, words] of spoken.losses) tell(JSON.stringify(loss), lossWords({ record, t }, loss), words);
    for (const [id, words] of Object.entries(spoken.lines))
      tell(id, eventLine({ record, t }, record.eventNumber(id), cards.events[id]), words);
    for (const { day, view, sentence } of spoken.sentences)
      tell(day, viewSentence({ record, t, state: { day: record.dayNumber(day), ...view } }), sentence);
  }
  translator(expected.texts);
}
