import assert from "node:assert/strict";
import { test } from "node:test";

import { PLACE, PlaceTab } from "../../geo/browser/web/tabs/place_tab.js";

globalThis.HTMLElement ??= class {};
const NOTHING = { event: null, province: null, district: null, place: null };
const KABUL = { ...NOTHING, province: "AF-KAB" };

/** A tab over a panel that stands at the foot of the page. */
function tabOf(first) {
  const tabs = {
    active: "day",
    tabs: [{ key: "day" }],
    show: (key) => Object.assign(tabs, { active: key }),
    toTop() {},
  };
  const sheet = {
    isUp: false,
    raise: () => Object.assign(sheet, { isUp: true }),
    lower: () => Object.assign(sheet, { isUp: false }),
  };
  const root = { getRootNode: () => ({ activeElement: null }), contains: () => false };
  const store = { first, userData: { selected: -1 }, reference: { selected: -1 } };
  return { tab: new PlaceTab(store, root, tabs, sheet), tabs, sheet };
}

test("what a link selects opens its tab and leaves the sheet down", () => {
  const { tab, tabs, sheet } = tabOf(KABUL);
  tab.follow(KABUL);
  assert.deepEqual([tabs.active, sheet.isUp], [PLACE, false]);
});

test("what a reader selects before the panel has come raises the sheet", () => {
  const { tab, tabs, sheet } = tabOf(NOTHING);
  tab.follow(KABUL);
  assert.deepEqual([tabs.active, sheet.isUp], [PLACE, true]);
});

test("what a reader selects later raises the sheet, and nothing selected lowers it again", () => {
  const { tab, tabs, sheet } = tabOf(NOTHING);
  tab.follow(NOTHING);
  tab.follow(KABUL);
  assert.deepEqual([tabs.active, sheet.isUp], [PLACE, true]);
  tab.follow(NOTHING);
  assert.deepEqual([tabs.active, sheet.isUp], ["day", false]);
});
