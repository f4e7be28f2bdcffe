import assert from "node:assert/strict";
import { test } from "node:test";
import { daysIn } from "../../geo/browser/web/search/days.js";
import { SearchIndex } from "../../geo/browser/web/search/index.js";
import { normalise, properWords, soundOf, squashed } from "../../geo/browser/web/search/letters.js";
import { tinyRecord } from "./tiny_record.js";

const record = tinyRecord();
const CARD = { summary: "", place_name: null, place_aliases: [], source_ids: [], place_id: null };
const CARDS = {
  events: {
    "EV-1": { ...CARD, summary: "Fighters of Ahmad Massoud meet a patrol", source_ids: ["SRC-0007"] },
    "EV-2": CARD,
    "EV-3": { ...CARD, place_name: "Darband", place_aliases: ["دربند"] },
    "EV-4": { ...CARD, place_id: "PL-1" },
    "EV-5": CARD,
  },
};
const index = new SearchIndex(record, CARDS);
const ids = (words) => index.find(words).entries.map(({ id }) => id);
const iso = ({ kind, first, last }) => [kind, record.iso(first), record.iso(last)];

test("accents, hyphens, apostrophes and case do not part names", () => {
  assert.equal(normalise("Sar-e  Pul’s Dāra "), normalise("SARE PULS DARA"));
  assert.equal(squashed("Khost wa Fereng"), "khostwafereng");
});

test("Arabic, Dari and Pashto letters have one form", () => {
  assert.equal(normalise("كابل ي"), normalise("کابل ی"));
});

test("what begins with the words stands before what contains them, and names stand before events", () => {
  assert.deepEqual(ids("panj"), ["AF-ONE", "PL-1", "EV-4", "EV-2", "EV-1"]);
  assert.deepEqual(ids("Panjshayr"), ["AF-ONE", "EV-2", "EV-1"]); // in no spelling of the record
});

test("a place is not found by its province alone, but by both names", () => {
  assert.ok(!ids("panjshir").includes("AF-ONE-a"));
  assert.equal(ids("rukha panjshir")[0], "AF-ONE-a");
  assert.equal(ids("panjshir rukha")[0], "AF-ONE-a");
});

test("all spellings of a name find the same events", () => {
  const wanted = ids("Panjshir").filter((id) => id.startsWith("EV"));
  for (const words of ["پنجشیر", "panjsher", "Panj shir"])
    assert.deepEqual(
      ids(words).filter((id) => id.startsWith("EV")),
      wanted,
      words,
    );
});

test("events are found by title, id, summary, place, source and by the days", () => {
  assert.deepEqual(ids("siege"), ["EV-2"]);
  assert.deepEqual(ids("ev4"), ["EV-4"]);
  assert.deepEqual(ids("massoud patrol"), ["EV-1"]);
  assert.deepEqual(ids("دربند"), ["EV-3"]);
  assert.deepEqual(ids("src-0007"), ["EV-1"]);
  assert.deepEqual(ids("2021-08-01"), ["EV-1"]);
});

test("a word and a month: events of that month come first, and no other", () => {
  const { days, entries } = index.find("explosion September 2021");
  assert.deepEqual(iso(days), ["month", "2021-09-01", "2021-09-29"]); // as far as the record goes
  assert.deepEqual(
    entries.map(({ id }) => id),
    ["EV-4"],
  );
  assert.deepEqual(ids("explosion August 2021"), []);
});

test("one letter, blanks and nonsense find nothing", () => {
  for (const words of ["p", "   ", "zzzzqq", "-"]) assert.deepEqual(ids(words), []);
});

test("before the cards have come titles and names are found", () => {
  const early = new SearchIndex(record, null);
  assert.ok(early.isOf(record));
  assert.deepEqual(
    early.find("siege").entries.map(({ id }) => id),
    ["EV-2"],
  );
  assert.deepEqual(early.find("massoud").entries, []);
});

test("spellings of one sound meet, others do not", () => {
  assert.equal(soundOf("panjsher"), soundOf("panjshayr"));
  assert.equal(soundOf("qunduz"), soundOf("kunduz"));
  assert.equal(soundOf("massood"), soundOf("massoud"));
  assert.notEqual(soundOf("massoud"), soundOf("mashhad"));
  assert.notEqual(soundOf("kunduz"), soundOf("kabul"));
  assert.equal(soundOf("nrf"), ""); // says too little
  assert.deepEqual(properWords("Bomb in Qala-e Naw (west)"), ["bomb", "qalae", "naw"]);
});

test("days are read in both calendars, in three scripts, and only where there are such", () => {
  for (const words of [
    "5 September 2021",
    "Sept. 5, 2021",
    "5th sep 2021",
    "2021-09-05",
    "14 Sunbula 1400",
    "۱۴ سنبله ۱۴۰۰",
  ])
    assert.deepEqual(iso(daysIn(words, record).days), ["day", "2021-09-05", "2021-09-05"], words);
  assert.deepEqual(iso(daysIn("asad 1400", record).days), ["month", "2021-08-01", "2021-08-22"]);
  assert.equal(daysIn("kunduz 5 September 2021 clash", record).rest, "kunduz clash");
  for (const words of ["May 2001", "2021-13-01", "may", "ev-2021-0001", "September"])
    assert.equal(daysIn(words, record).days, null, words);
});
