/** What Streamlit says is said in the language of the page, and nothing else is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { saidInstead } from "../../geo/browser/web/fields/words_of_streamlit.js";

const PAIRS = [
  ["Open", "Öffnen"],
  ["Remove {name}", "{name} entfernen"],
  ["{name} per file", "je Datei {name}"],
];

test("a text of Streamlit's is said instead, with what it puts in", () => {
  assert.equal(saidInstead("Open", PAIRS), "Öffnen");
  assert.equal(saidInstead("Remove $& Kabul", PAIRS), "$& Kabul entfernen");
  assert.equal(saidInstead("20MB per file", PAIRS), "je Datei 20MB");
});

test("all else stays", () => {
  for (const text of ["", "Opened", "Remove ", " per file", "Öffnen", "The road is open"])
    assert.equal(saidInstead(text, PAIRS), null, text);
});
