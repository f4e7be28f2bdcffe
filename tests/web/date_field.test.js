import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn, takenFrom } from "../../geo/browser/web/fields/date_field.js";

const SPAN = { first: "2021-08-15", last: "2026-05-20" };

test("a day is read as it is typed", () => {
  for (const text of ["2021-09-05", " 2021-9-5 ", "2021/09/05", "2021.9.05", "2021 09 05"])
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
    "۲۰۲۱-۰۹-۰۵",
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
