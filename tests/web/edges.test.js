import assert from "node:assert/strict";
import { test } from "node:test";
import { begunBy, changingDays, edgesOf } from "../../geo/browser/web/engine/edges.js";
import { translator } from "../../geo/browser/web/engine/text.js";
import { addressKnownBy } from "../../geo/browser/web/known/address.js";
import { knownWords } from "../../geo/browser/web/known/words.js";
import { edgeLines } from "../../geo/browser/web/place/claims.js";
import { ENGLISH } from "./english.js";
import { payload } from "./tiny_record.js";

const t = translator(ENGLISH);

const state = { claims: ["CC-1", "CC-2"] };
const raw = { edges: { "CC-2": [3, 5, 9, 11] } };

test("a state has begun by the latest day of the first of its claims that begins with it and has a span", () => {
  assert.equal(begunBy(raw, state, 3), 5);
  assert.equal(begunBy(raw, state, 4), null);
  assert.equal(begunBy({}, state, 3), null);
});

test("a part of a row has a band at each end whose day lies in a span", () => {
  assert.deepEqual(edgesOf(raw, { first: 3, last: 8, state }), [
    [3, 5],
    [9, 11],
  ]);
  assert.deepEqual(edgesOf(raw, { first: 4, last: 7, state }), []);
  assert.deepEqual(edgesOf(raw, { first: 3, last: 8, state: null }), []);
});

test("a card tells spans as such, and else how exactly a day is known", () => {
  const claim = { valid_from: "2021-09-06", from_latest: "2021-09-13", valid_to: "2021-10-01", to_precision: 4 };
  assert.deepEqual(edgeLines(t, claim), [
    "Began between 6 September 2021 and 13 September 2021",
    "The last day is known within a month.",
  ]);
  assert.deepEqual(edgeLines(t, { valid_from: "2021-09-06", from_precision: 1, valid_to: null, to_precision: 5 }), []);
});

test("what came later is counted for the days on show", () => {
  const known = {
    by: "2021-08-20",
    later: [
      [0, 0],
      [18, 19],
    ],
    unknown: [],
  };
  const shown = (window, day) => ({ record: { ...of({ known }), windowStart }, state: { day, window }, t });
  const windowStart = (day, window) => Math.max(0, day - Number(window) + 1);
  assert.equal(knownWords(shown("7", 19)), "As known on 20 August 2021. One record of these days became known later.");
  assert.equal(knownWords(shown("7", 10)), "As known on 20 August 2021.");
  assert.equal(knownWords({ record: of({}), state: { day: 1, window: "7" }, t }), "");
});

const of = (more) => ({ raw: { ...payload(), ...more } });

test("the address names the day, and no later day is on show", () => {
  const here = { pathname: "/", search: "?date=2021-09-05&since=2021-08-20", hash: "" };
  const at = (day) => addressKnownBy(day, "2026-05-28", here);
  assert.equal(at("2021-09-01"), "/?date=2021-09-01&since=2021-08-20&known_by=2021-09-01");
  assert.equal(at(""), "/?date=2021-09-05&since=2021-08-20");
  assert.equal(at("2026-05-28"), "/?date=2021-09-05&since=2021-08-20");
});

test("an area may have changed hands or not within the span of either edge of a claim", () => {
  const held = { claims: ["CC-2"] };
  const states = [held, { claims: [] }];
  assert.deepEqual(changingDays(raw, states, [0, 1, 0, 3, 0, 3, 5, 0, 3, 9, 1, 9]), [
    [3, 5],
    [9, 11],
  ]);
  assert.deepEqual(changingDays(raw, states, [3, 0, 3, 9, 1, 9]), [[9, 11]]); // the record begins with it
  assert.deepEqual(changingDays(raw, states, [4, 0, 4, 8, 1, 8]), []);
  assert.deepEqual(changingDays({}, states, [3, 0, 3, 9, -1, 9]), []);
});
