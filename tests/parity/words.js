/** Spans, losses, and whom sources are near, as the browser says it and as Python says it. */

/**
 * @param {{expected: any, record: any, cards: any, t: Function, module: Function, same: Function}} of
 */
export async function compareParts({ expected, record, cards, t, module, same }) {
  const { lossWords, nearWords } = await module("wording/words");
  const { spanInWords } = await module("wording/date_spans");
  for (const [loss, words] of expected.losses)
    same("losses", JSON.stringify(loss), lossWords({ record, t }, loss), words);
  const { eventLine } = await module("wording/event_line");
  for (const [id, words] of Object.entries(expected.lines))
    same("lines", id, eventLine({ record, t }, record.eventNumber(id), cards.events[id]), words);
  for (const [start, end, words] of expected.spans) same("spans", start, spanInWords(start, end), words);
  for (const [id, words] of Object.entries(expected.parties))
    same("parties", id, nearWords({ record, t }, cards.sources[id]), words);
}
