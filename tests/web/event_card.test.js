import assert from "node:assert/strict";
import "./english.js";
import { test } from "node:test";
import { originsInWords } from "../../geo/browser/web/panel/event_card.js";

const t = (key, values = {}) => `${key} ${JSON.stringify(values)}`;

test("an event says how many independent origins it has, and which", () => {
  assert.equal(originsInWords(t, []), "origins.none {}");
  assert.equal(originsInWords(t, ["Reuters"]), 'origins.one {"who":"Reuters"}');
  assert.equal(originsInWords(t, ["AFP", "Reuters"]), 'origins.many {"count":2,"who":"AFP; Reuters"}');
});
