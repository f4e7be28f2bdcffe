/** Whether a search in the browser finds what Python finds, in the same order. */

export async function compareSearches({ record, cards, expected, module, same }) {
  const { SearchIndex } = await module("search/index");
  const { properWords, soundOf, wordsOf } = await module("search/letters");
  const index = new SearchIndex(record, cards);
  for (const [query, wanted] of Object.entries(expected.search)) {
    const { days, entries } = index.find(query);
    const named = days && [days.kind, record.iso(days.first), record.iso(days.last)];
    same("search", `'${query}'`, { days: named, ids: entries.map(({ id }) => id) }, wanted);
  }
  for (const [text, wanted] of Object.entries(expected.heard)) {
    const words = wordsOf(text);
    same("heard", text, [words, properWords(text), words.map(soundOf)], wanted);
  }
}
