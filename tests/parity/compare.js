/**
 * Whether the browser's modules say what Python says: `node tests/parity/compare.js EXPECTED [WEB [KINDS]]`.
 *
 * EXPECTED is made by `python -m tests.parity.expected`; WEB is the folder of the modules; KINDS are the kinds that are
 * looked at, with commas (all, unless given). Prints how much was compared and the first differences of each kind; ends
 * with 1 when there is any.
 */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compareAreas } from "./areas.js";
import { compareCitations } from "./citations.js";
import { compareTimeline } from "./compare_timeline.js";
import { directions } from "./directions.js";
import { compareEdition } from "./edition.js";
import { compareLanguages } from "./languages.js";
import { compareLayers } from "./layers.js";
import { compareLenses } from "./lenses.js";
import { comparePlaceSentences } from "./place_sentences.js";
import { compareSearches } from "./searches.js";
import { inOrder } from "./tables.js";
import { compareParts } from "./words.js";

const SHOWN = 5;
const [file, web = "geo/browser/web", chosen] = process.argv.slice(2);
const module = (name) => import(new URL(`${name}.js`, pathToFileURL(`${web}/`)).href);
const files = ["engine/constants", "engine/map_constants", "search/constants"];
const constants = Object.assign({}, ...(await Promise.all(files.map(module))));
const { Record } = await module("engine/record");
const { areaStyle } = await module("engine/area_style");
const { daySentence, heldOf } = await module("wording/sentence");
const { deniedDays } = await module("wording/denied");
const { toldIn } = await module("wording/speakers");
const { controlRows, eventRows } = await module("wording/legend_rows");
const { normalise } = await module("search/letters");
const { listedAreas } = await module("panel/data_table");
const { tellingOn } = await module("lens/telling");
const text = await module("engine/text");
const dates = await module("engine/dates");

const { record: raw, cards, expected } = JSON.parse(readFileSync(file, "utf-8"));
const record = new Record(raw);
const t = text.translator(expected.texts);
const districts = record.districts.map(({ id }) => id);
const counts = {};
const wrong = {};

/** Count a comparison, and remember what differs. */
function same(kind, where, found, wanted) {
  sameText(kind, where, JSON.stringify(found), JSON.stringify(wanted));
}

/** The same of what is JSON already. */
function sameText(kind, where, found, wanted) {
  counts[kind] = (counts[kind] ?? 0) + 1;
  if (found === wanted) return;
  wrong[kind] ??= [];
  wrong[kind].push(`${where}: the browser says ${brief(found)}, Python ${brief(wanted)}`);
}

const brief = (text) => String(text).slice(0, 300);

function compareViews() {
  for (const view of expected.views) {
    const state = { day: record.dayNumber(view.day), perspective: view.perspective };
    const where = `${view.day} ${view.perspective}`;
    same("telling", where, tellingOn(record, state.day, state.perspective).districts, view.telling);
    same("listed", where, listedIds(state), view.listed);
    same("sentences", where, daySentence({ record, state, t }), view.sentence);
    const keys = controlRows({ record, state, t });
    const rows = keys.map((row) => [row.text, row.number]);
    same("legends", where, rows, view.legend);
    compareCounts(view, state, keys, where);
  }
}

function listedIds(state) {
  const { districts: numbers, places } = listedAreas(record, state);
  return [...numbers.map((number) => districts[number]), ...places.map(({ zone }) => zone.id)];
}

/** The sentence counts the districts of each key as the legend does, and both as Python. */
function compareCounts(view, state, keys, where) {
  const groups = record.groups(state.day, state.perspective);
  const { silent, held } = heldOf({ record, state, t }, groups);
  same("counts", where, [silent, held], view.counts);
  const said = { [`taliban solid ${state.perspective === "assessed" ? "" : "assessed"}`]: held };
  for (const group of groups) {
    const { fill, controller } = areaStyle(group.state, state.day);
    const key = `${controller} ${fill} ${toldIn(state.perspective, group.state)}`;
    said[key] = (said[key] ?? 0) + group.districts.length;
  }
  const shown = {};
  for (const { sample, number, key: words } of keys) {
    if (!sample?.fill || /^(active|disputed|places) /.test(words)) continue;
    const key = `${sample.fill.controller} ${sample.fill.fill} ${words.split(" ").at(-1)}`;
    shown[key] = (shown[key] ?? 0) + Number(number);
  }
  const names = [...new Set([...Object.keys(said), ...Object.keys(shown)])].sort();
  const counted = (counts) => inOrder(names, Object.fromEntries(names.map((name) => [name, counts[name] ?? 0])));
  same("counts", `${where}, sentence and legend`, counted(said), counted(shown));
}

function compareChanges() {
  const words = (state) => state && `${state.controller} (${state.status})`;
  for (const [perspective, wanted] of Object.entries(expected.changes)) {
    const days = raw.changes[perspective].map(([day]) => day);
    const found = days.flatMap((day) =>
      record
        .changesOn(day, perspective)
        .map(({ district, before, after, runsOut }) => [
          record.iso(day),
          districts[district],
          words(before),
          words(after),
          runsOut,
        ]),
    );
    const turning = (runsOut) => [...new Set(wanted.filter((row) => row[4] === runsOut).map(([day]) => day))];
    const isoDays = (list) => list.map(({ day }) => record.iso(day));
    same("changes", `${perspective}, days of change`, isoDays(record.changeDays(perspective)), turning(false));
    same("changes", `${perspective}, days of an end`, isoDays(record.endDays(perspective)), turning(true));
    wanted.forEach((change, at) => void same("changes", `${perspective} ${change[0]}`, found[at], change));
    same("changes", `${perspective}, how many`, found.length, wanted.length);
    for (const day of days) {
      const apart = record.difference(day - 1, day, perspective).length;
      same("changes", `${perspective} ${record.iso(day)}, districts`, apart, record.changesOn(day, perspective).length);
    }
  }
}

function compareWindows() {
  record.filter.choose({});
  for (const { day, window, first, events, keys } of expected.windows) {
    const last = record.dayNumber(day);
    const from = record.windowStart(last, window);
    const where = `${day} ${window}`;
    const numbers = record.eventsIn(from, last);
    same("windows", where, [record.iso(from), ids(numbers)], [first, [...events].sort()]);
    const rows = Object.fromEntries(eventRows({ record, t }, numbers).map(({ key, number }) => [key, Number(number)]));
    const names = [...new Set([...Object.keys(rows), ...Object.keys(keys)])].sort();
    same("legends", `${where}, events`, inOrder(names, rows), inOrder(names, keys));
  }
}

const ids = (numbers) => Array.from(numbers, (i) => record.events.id[i]).sort();

function compareFilters() {
  for (const { choice, events } of expected.filters) {
    record.filter.choose(choice);
    const passed = record.events.id.filter((_, i) => record.filter.pass[i]).sort();
    same("filters", JSON.stringify(choice), passed, events);
  }
  record.filter.choose({});
}

function compareWords() {
  for (const [name, wanted] of Object.entries(expected.names)) same("names", name, normalise(name), wanted);
  for (const [day, plain, long, solar] of expected.dates) {
    const found = [dates.plainDate(day), dates.inWords(day), dates.inOtherCalendar(day)];
    same("dates", day, found, [plain, long, solar]);
  }
}

function compareConstants() {
  for (const [name, value] of Object.entries(expected.constants)) same("constants", name, constants[name], value);
}

async function compareDirections() {
  const modules = { ...(await module("changes/direction")), ...(await module("compare/extent")) };
  for (const row of directions(expected, { record, t }, modules)) same("directions", ...row);
}

function compareDenied() {
  same("denied", "days", deniedDays(record).map(record.iso.bind(record)), expected.denied);
}

const tools = { record, raw, cards, expected, t, module, same, sameText };
/** The kinds that each step looks at, and the step. */
const STEPS = [
  ["constants", compareConstants],
  ["states since styles places", () => compareAreas(tools)],
  ["telling listed sentences legends counts", compareViews],
  ["changes", compareChanges],
  ["directions", compareDirections],
  ["denied", compareDenied],
  ["ribbon moments silence", () => compareTimeline(tools)],
  ["windows legends", compareWindows],
  ["filters", compareFilters],
  ["layers", () => compareLayers(tools)],
  ["lenses", () => compareLenses(tools)],
  ["citations links", () => compareCitations(tools)],
  ["losses lines spans parties", () => compareParts(tools)],
  ["languages", () => compareLanguages(tools)],
  ["names dates", compareWords],
  ["place_sentences", () => comparePlaceSentences(tools)],
  ["search heard", () => compareSearches(tools)],
  ["lists sides files", () => compareEdition(tools)],
];
const looked = new Set(chosen?.split(","));
for (const [kinds, step] of STEPS) {
  if (!chosen || kinds.split(" ").some((kind) => looked.has(kind))) await step();
}

const compared = Object.entries(counts).map(([kind, count]) => `${kind} ${count.toLocaleString("en")}`);
console.log(`Python and the browser on ${expected.days.length} days: ${compared.join(", ")}`);
for (const [kind, list] of Object.entries(wrong)) {
  console.error(`${kind}: ${list.length} differ`);
  for (const line of list.slice(0, SHOWN)) console.error(`  ${line}`);
}
process.exitCode = Object.keys(wrong).length ? 1 : 0;
