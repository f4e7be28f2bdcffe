/** Whether the reader's edition means by an address what Python means: lists of events, sides that are compared, files. */

export async function compareEdition({ record, cards, expected, t, module, same }) {
  const { askedOf, daysOfList, queryOfList } = await module("reader/asked");
  const { eventsOf } = await module("reader/found");
  const { SearchIndex } = await module("search/index");
  const { fileAddress } = await module("copy/page_way");
  const index = new SearchIndex(record, cards);
  const { date, window } = expected.usual;
  for (const { query, own, days, events } of expected.lists) {
    const asked = askedOf(new URLSearchParams(query), record, { date, window }, expected.branches);
    const told = new URLSearchParams(queryOfList(asked));
    const keys = ["days", "from", "to", "q", "order", "page", "branch"];
    const short = Object.fromEntries(keys.flatMap((key) => (told.has(key) ? [[key, told.get(key)]] : [])));
    const found = eventsOf(record, asked, index, expected.branches).map((i) => record.events.id[i]);
    same("lists", JSON.stringify(query), [short, daysOfList(asked, record), found], [own, days, events]);
  }
  record.filter.choose({});
  await compareSides({ record, expected, t, module, same });
  for (const [page, query, wanted] of expected.files)
    same("files", `${page} ${JSON.stringify(query)}`, fileAddress(page, query), wanted);
}

async function compareSides({ record, expected, t, module, same }) {
  const { queryOfSides, sidesOf } = await module("reader/sides");
  const { differenceSentence } = await module("reader/difference");
  for (const { query, sides, said } of expected.sides) {
    const view = { date: expected.usual.date, perspective: "assessed", since: null, ...query };
    const found = sidesOf(new URLSearchParams(query), view, record);
    const told = Object.fromEntries(new URLSearchParams(queryOfSides(found)));
    same("sides", JSON.stringify(query), [told, differenceSentence({ record, t }, found)], [sides, said]);
  }
}
