import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Days } from "../../geo/browser/web/engine/days.js";
import { translator } from "../../geo/browser/web/engine/text.js";
import { dayIn, stepped, takenFrom } from "../../geo/browser/web/fields/date_field.js";
import { dayOf, words } from "../../geo/browser/web/fields/day_field.js";
import { readDays } from "../../geo/browser/web/fields/day_words.js";
import { monthDays } from "../../geo/browser/web/fields/month_grid.js";

import { ENGLISH, textsOf } from "./english.js";

after(() => translator(ENGLISH));

const SPAN = { first: "2021-08-15", last: "2026-05-20" };

test("a day is read as it is typed", () => {
  for (const text of [
    "2021-09-05",
    "۲۰۲۱-۰۹-۰۵",
    "1400-06-14",
    "۱۴۰۰/۶/۱۴",
    " 2021-9-5 ",
    "2021/09/05",
    "2021.9.05",
    "2021 09 05",
  ])
    assert.equal(dayIn(text), "2021-09-05", text);
});

test("what is no day is none", () => {
  for (const text of [
    "",
    "05.09.2021",
    "2021-02-30",
    "2021-13-01",
    "2021-00-10",
    "21-9-5",
    "2021-09-05x",
    "1400-06-32",
    "1400-13-01",
    "1400-12-30",
  ])
    assert.equal(dayIn(text), null, text);
});

test("a day outside of the span is refused, its edges are taken", () => {
  assert.deepEqual(takenFrom("2021-08-15", SPAN), { day: "2021-08-15" });
  assert.deepEqual(takenFrom("2026-5-20", SPAN), { day: "2026-05-20" });
  assert.deepEqual(takenFrom("2021-08-14", SPAN), { refused: "outside" });
  assert.deepEqual(takenFrom("2026-05-21", SPAN), { refused: "outside" });
  assert.deepEqual(takenFrom("yesterday", SPAN), { refused: "unreadable" });
});

test("what is typed otherwise is read by who knows words and calendars", () => {
  const record = new Days("2021-08-15", 1740);
  assert.equal(dayOf("5 September 2021", record), null); // a field takes figures until words can be read
  assert.equal(words.daysIn, null);
  readDays();
  const parse = (text) => dayOf(text, record);
  for (const text of ["5 September 2021", "14 Sunbula 1400", "1400-06-14", "۱۴ سنبله ۱۴۰۰", "2021-09-05"])
    assert.deepEqual(takenFrom(text, { ...SPAN, parse }), { day: "2021-09-05" }, text);
  for (const text of ["September 2021", "1399-13-01", "5 September 2021 Rukha"])
    assert.deepEqual(takenFrom(text, { ...SPAN, parse }), { refused: "unreadable" }, text);
});

test("arrows step from what is typed, else from the day on show; in an empty field they begin at the last day", () => {
  const at = (value) => ({ ...SPAN, value });
  assert.equal(stepped("2021-09-05", 1, at("2022-01-01")), "2021-09-06");
  assert.equal(stepped("", -1, at("2022-01-01")), "2021-12-31");
  assert.equal(stepped("words", -1, at("2022-01-01")), "2021-12-31");
  for (const days of [1, -1]) assert.equal(stepped("", days, at("")), SPAN.last);
  assert.equal(stepped("2026-05-20", 1, at("")), null);
  assert.equal(stepped("14 Sunbula 1400", 1, { ...at(""), parse: () => "2021-09-05" }), "2021-09-06");
});

test("a month to choose from is one of the page's calendar", () => {
  translator(ENGLISH);
  assert.deepEqual([monthDays("2021-09-05").at(0), monthDays("2021-09-05").at(-1)], ["2021-09-01", "2021-09-30"]);
  translator({ ...ENGLISH, ...textsOf("fa") });
  assert.deepEqual([monthDays("2021-09-05").at(0), monthDays("2021-09-05").at(-1)], ["2021-08-23", "2021-09-22"]);
  assert.deepEqual([monthDays("2025-03-20").length, monthDays("2022-03-20").length], [30, 29]);
});
