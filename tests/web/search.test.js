import assert from "node:assert/strict";
import { test } from "node:test";
import { find, normalise, searchIndex, soundOf } from "../../geo/browser/web/engine/search.js";
import { tinyRecord } from "./tiny_record.js";

const index = searchIndex(tinyRecord());
const ids = (words) => find(index, words).map(({ id }) => id);

test("accents, hyphens, apostrophes and case do not part names", () => {
  assert.equal(normalise("Sar-e  Pul’s Dāra "), normalise("SARE PULS DARA"));
});

test("Arabic, Dari and Pashto letters have one form", () => {
  assert.equal(normalise("كابل ي"), normalise("کابل ی"));
});

test("what begins with the words stands before what contains them, and that before what sounds alike", () => {
  assert.deepEqual(ids("panj"), ["AF-ONE", "PL-1"]);
  assert.deepEqual(ids("Panjshayr"), ["AF-ONE"]); // in no spelling of the record
});

test("events are found by title and by id", () => {
  assert.deepEqual(ids("siege"), ["EV-2"]);
  assert.deepEqual(ids("ev4"), ["EV-4"]);
});

test("one letter, blanks and nonsense find nothing", () => {
  for (const words of ["p", "   ", "zzzzqq"]) assert.deepEqual(ids(words), []);
});

test("spellings of one sound meet, others do not", () => {
  assert.equal(soundOf("panjsher"), soundOf("panjshayr"));
  assert.equal(soundOf("qunduz"), soundOf("kunduz"));
  assert.notEqual(soundOf("kunduz"), soundOf("kabul"));
});
