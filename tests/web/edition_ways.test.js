import assert from "node:assert/strict";
import { test } from "node:test";
import { withView } from "../../geo/browser/web/fields/edition_ways.js";
import { addressBeside } from "../../geo/browser/web/fields/language_ways.js";

const at = (search, hash = "") => ({ search, hash });

test("a way of the menu takes the view along, in its own language", () => {
  const here = at(
    "?date=2021-09-05&perspective=nrf&type=battles%2Criots&event=EV-1&at=35.000,69.000,8.00&lang=ps&data=x",
  );
  assert.equal(withView("../compare.html", here), "../compare.html?date=2021-09-05&perspective=nrf&type=battles,riots");
  assert.equal(
    withView("index.html?lang=fa", here),
    "index.html?lang=fa&date=2021-09-05&perspective=nrf&type=battles,riots",
  );
  assert.equal(withView("method.html", at("")), "method.html");
});

test("the list of events has all days, and the day at hand", () => {
  assert.equal(withView("events/index.html", at("?date=2021-09-05")), "events/index.html?date=2021-09-05&days=record");
  assert.equal(withView("events/index.html", at("?type=riots")), "events/index.html?type=riots");
});

test("a site in another language opens at the same page with the same view", () => {
  assert.equal(
    addressBeside("../fa/compare.html", at("?a=2021-08-20&lang=en", "#x")),
    "../fa/compare.html?a=2021-08-20#x",
  );
  assert.equal(addressBeside("../fa/index.html", at("")), "../fa/index.html");
});
