/** What is copied: a sentence, how to cite it, and an address that opens the same view again. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { isNear, ofEvent, textOf } from "../../geo/browser/web/copy/copy.js";
import { queryOf } from "../../geo/browser/web/copy/link.js";
import { translator } from "../../geo/browser/web/engine/text.js";
import { ENGLISH } from "./english.js";
import { fakeFrames, tinyStore } from "./tiny_store.js";

const TEXTS = {
  ...ENGLISH,
  "cite.note.day": "State as of {day}, perspective {perspective}, data version {version}",
  "cite.note.event": "Event {id}, {days}",
  "cite.said.event": "{author}: ‘{entry}’. {title}. {note}.",
  "cite.said.whole": "{author}: {title}. {note}.",
  "cite.with.both": "{cited} {address}, read on {day}.",
  "cite.with.read": "{cited} Read on {day}.",
  "copy.all": "{sentence}\n\n{citation}\n{link}",
  "copy.event": "{days}: {title}.",
};
const what = { sentence: () => "The NRF held Rukha." };

before(() => {
  globalThis.location = new URL("https://map.example/atlas/?date=2021-08-15&embed=true#old");
});

async function shown(state) {
  const store = await tinyStore(fakeFrames(), state);
  store.t = translator(TEXTS);
  store.assets = { record: "record.json.gz" };
  return store;
}

test("all is the sentence, the citation and the link, in this order", async () => {
  const store = await shown({ perspective: "nrf", at: "35.300,69.800,8.50" });
  const [sentence, , citation, link] = textOf(store, what, "all").split("\n");
  assert.equal(sentence, "The NRF held Rukha.");
  assert.match(
    citation,
    /^Afghanistan Conflict Replay contributors: Afghanistan Conflict Replay\. State as of .*, perspective nrf, .*Read on \d{4}-\d\d-\d\d\.$/,
  );
  assert.equal(link, textOf(store, what, "link"));
  const { origin, pathname, searchParams, hash } = new URL(link);
  assert.deepEqual([origin + pathname, hash], ["https://map.example/atlas/", ""]);
  assert.deepEqual([...searchParams.keys()], ["date", "perspective", "at", "data"]);
  assert.equal(searchParams.get("date"), store.day);
});

test("the citation alone names the address", async () => {
  const store = await shown({});
  const citation = textOf(store, what, "citation");
  assert.ok(citation.includes(`${textOf(store, what, "link")}, read on `), citation);
  assert.equal(textOf(store, what, "sentence"), "The NRF held Rukha.");
});

test("an event is cited by its own number", async () => {
  const store = await shown({});
  const id = store.record.events.id[0];
  const event = ofEvent(store, id, { recorded_on: "2026-01-01", revised_on: null });
  assert.ok(textOf(store, event, "all").includes(`Event ${id}, `));
  assert.ok(textOf(store, event, "sentence").endsWith(`: ${store.record.events.title[0]}.`));
});

test("what is usual is not said, and nothing that is no key of an address", () => {
  const view = { date: "2021-09-05", window: "30", layer: "activity", comparedMaps: {}, highlight: ["x"], since: null };
  assert.equal(String(queryOf(view, "abc")), "date=2021-09-05&layer=activity&data=abc");
});

test("one file has its view behind the '#'", async () => {
  const store = await shown({});
  store.assets = { record: {} };
  const link = new URL(textOf(store, what, "link"));
  assert.equal(link.hash.slice(1), String(queryOf(store.view(), store.record.version)));
});

test("a map that has come to where it was going shows the view that was copied", () => {
  assert.ok(isNear("35.300,69.800,8.50", "35.301,69.799,8.50"));
  assert.ok(isNear(null, undefined));
  assert.ok(!isNear("35.300,69.800,8.50", "35.300,69.800,8.75"));
  assert.ok(!isNear("35.300,69.800,8.50", null));
});
