import assert from "node:assert/strict";
import { test } from "node:test";
import { translator } from "../../geo/browser/web/engine/text.js";
import { ENGLISH } from "./english.js";

const t = translator({
  ...ENGLISH,
  "a.events": "{count} events in {place}",
  "a.events_one": "one event in {place}",
  "a.rows": "{count} rows",
});

test("a text that counts has its form for one, where there is such", () => {
  assert.equal(t("a.events", { count: 1, place: "Kabul" }), "one event in Kabul");
  assert.equal(t("a.events", { count: "1", place: "Kabul" }), "one event in Kabul");
  for (const count of [0, 2, 11, 21])
    assert.equal(t("a.events", { count, place: "Kabul" }), `${count} events in Kabul`);
  assert.equal(t("a.rows", { count: 1 }), "1 rows");
  assert.equal(t("a.rows", { count: 1024 }), "1,024 rows");
  assert.equal(t("a.unknown", { count: 1 }), "a.unknown");
});
