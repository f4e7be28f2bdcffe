/**
 * How long the search takes over a record of many events: `node bench/scaling/search.js RECORD.json NAMES.json CARDS.json [EVENTS …]`,
 * with the three files that the app writes under `static/replay-*`. Titles and texts are the record's own, drawn at random, each
 * with one word that few others have.
 */

import { readFileSync } from "node:fs";
import { Record } from "../../geo/browser/web/engine/record.js";
import { SearchIndex } from "../../geo/browser/web/search/index.js";

const QUERIES = ["panj", "Massoud", "اندراب", "Panjsheer", "Khost Fereng", "Kunduz October 2025", "attack taliban post", "zzz"];
const RARE_WORDS = 20_000;
const RUNS = 5;
const [recordFile, namesFile, cardsFile, ...sizes] = process.argv.slice(2);
const [raw, { titles, names }, cards] = [recordFile, namesFile, cardsFile].map((name) =>
  JSON.parse(readFileSync(name, "utf8")),
);
Object.assign(raw, { names });
raw.events.title = titles;

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Milliseconds that some work takes.
 * @param {() => unknown} work
 */
function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** @param {number} size */
function measured(size) {
  const record = new Record(raw);
  const { id, title, province, district } = record.events;
  let seed = 1;
  const pick = (/** @type {number} */ count) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % count;
  };
  const drawn = Array.from({ length: size }, () => pick(id.length));
  const ids = drawn.map((_, number) => `SY-${number}`);
  const told = drawn.map((from) => `${title[from]} w${pick(RARE_WORDS).toString(36)}q`);
  const events = { id: ids, title: told, province: drawn.map((i) => province[i]), district: drawn.map((i) => district[i]) };
  const dated = { start: drawn.map((i) => record.events.start[i]), end: drawn.map((i) => record.events.end[i]) };
  const texts = Object.fromEntries(ids.map((one) => [one, cards.events[id[pick(id.length)]]]));
  Object.assign(record, { events: { ...record.events, ...events, ...dated } });
  /** @type {SearchIndex[]} */
  const made = [];
  const build = timed(() => made.push(new SearchIndex(record, { ...cards, events: texts })));
  const found = QUERIES.map((query) => {
    const times = Array.from({ length: RUNS }, () => timed(() => made[0].find(query)));
    return `${query}: ${median(times).toFixed(1)} ms, ${made[0].find(query).entries.length} found`;
  });
  return [`${size} events: index ${Math.round(build)} ms`, ...found].join("\n  ");
}

for (const size of sizes.length ? sizes.map(Number) : [1000, 10_000, 100_000]) console.log(measured(size));
