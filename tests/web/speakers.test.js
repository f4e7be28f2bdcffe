/** Who tells a state, in words: no party is given words that it has not said. */

import assert from "node:assert/strict";
import test from "node:test";
import { translator } from "../../geo/browser/web/engine/text.js";
import { keyWords, otherWords, stateWords } from "../../geo/browser/web/wording/state_words.js";
import { ENGLISH } from "./english.js";
import { tinyRecord } from "./tiny_record.js";

const t = translator(ENGLISH);
const record = tinyRecord();
const known = {
  controller: "nrf",
  status: "control",
  basis: "assessed",
  certainty: "B",
  toldBy: "assessed",
  disputed: [],
};
const claim = (claimant, controller, certainty = "B", status = "control") => ({
  claim: "CC-9",
  claimant,
  controller,
  certainty,
  status,
});

test("a party that is silent makes no statement; the assessment is named as such", () => {
  assert.equal(stateWords(record, known, t, "assessed"), "NRF: control, reported");
  const silent = stateWords(record, known, t, "taliban");
  assert.equal(silent, "no statement of the Taliban (assessed: NRF: control, reported)");
  assert.equal(stateWords(record, { ...known, toldBy: "own" }, t, "nrf"), "NRF: control, reported");
  const alone = stateWords(record, { ...known, toldBy: "nrf" }, t, "both");
  assert.equal(alone, "NRF: control, reported; no statement of the Taliban");
});

test("where the sides disagree, only one that speaks is said to", () => {
  const state = { ...known, status: "disagreed", disputed: [claim("taliban", "taliban")] };
  const words = (toldBy) => stateWords(record, { ...state, toldBy }, t, "both");
  assert.equal(words("own"), "the sides disagree: the NRF names NRF, the Taliban name Taliban");
  assert.equal(words("nrf"), "the NRF names NRF; no statement of the Taliban (assessed: Taliban)");
  assert.equal(words("taliban"), "the Taliban name Taliban; no statement of the NRF (assessed: NRF)");
  assert.deepEqual(otherWords(record, state, t), []);
});

test("a speaker that names itself says so; what is contradicted is marked", () => {
  const disputed = [claim("taliban", "taliban"), claim("media", "taliban", "D"), claim("nrf", "nrf", "D", "contested")];
  assert.deepEqual(otherWords(record, { ...known, disputed }, t), [
    "the Taliban say they hold it",
    "held by Taliban, according to press reports (contradicted)",
    "the NRF says it contests it (contradicted)",
  ]);
});

test("a key of the legend says who is silent", () => {
  assert.equal(keyWords("NRF: control", "", "assessed", t), "NRF: control");
  assert.equal(keyWords("NRF: control", "own", "nrf", t), "NRF: control");
  assert.equal(keyWords("NRF: control", "assessed", "nrf", t), "NRF: control · assessed, no statement of the NRF");
  assert.equal(keyWords("NRF: control", "nrf", "both", t), "NRF: control · the NRF alone speaks");
});
