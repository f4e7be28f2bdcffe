/**
 * Whether the browser's modules say what Python says: `node tests/parity/compare.js EXPECTED [WEB]`.
 *
 * EXPECTED is made by `python -m tests.parity.expected`; WEB is the folder of the modules. Prints how much was compared
 * and the first differences of each kind; ends with 1 when there is any.
 */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compareCitations } from "./citations.js";
import { compareTimeline } from "./compare_timeline.js";
import { directions } from "./directions.js";
import { compareLayers } from "./layers.js";
import { compareLenses } from "./lenses.js";
import { comparePlaceSentences } from "./place_sentences.js";
import { compareSearches } from "./searches.js";
import { compareParts } from "./words.js";

const SHOWN = 5;
const [file, web = "geo/browser/web"] = process.argv.slice(2);
const module = (name) => import(new URL(`${name}.js`, pathToFileURL(`${web}/`)).href);
const constants = await module("engine/constants");
const { Record } = await module("engine/record");
const { areaStyle, signOf } = await module("engine/area_style");
const { daySentence, heldOf } = await module("engine/sentence");
const { deniedDays } = await module("wording/denied");
const { toldIn } = await module("wording/speakers");
const { controlRows, eventRows } = await module("engine/legend_rows");
const { normalise } = await module("search/letters");
const { listedAreas } = await module("panel/data_table");
const { tellingOn } = await module("lens/telling");
const text = await module("engine/text");

const { record: raw, cards, expected } = JSON.parse(readFileSync(file, "utf-8"));
const record = new Record(raw);
const t = text.translator(expected.texts);
const districts = record.districts.map(({ id }) => id);
const counts = {};
const wrong = {};

/** Count a comparison, and remember what differs. */
function same(kind, where, found, wanted) {
  counts[kind] = (counts[kind] ?? 0) + 1;
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  wrong[kind] ??= [];
  wrong[kind].push(`${where}: the browser says ${brief(found)}, Python ${brief(wanted)}`);
}

const brief = (value) => String(JSON.stringify(value)).slice(0, 300);
const disputes = (list) =>
  list.map(({ claim, ...rest }) => ({
    claim_id: claim,
    controller: rest.controller,
    status: rest.status,
    claimant: rest.claimant,
    certainty: rest.certainty,
  }));

/** A state of the browser as Python has it. */
const pythonState = (state) =>
  state && {
    controller: state.controller,
    status: state.status,
    basis: state.basis,
    certainty: state.certainty,
    last_confirmed: record.iso(state.lastConfirmed),
    claim_ids: state.claims,
    told_by: state.toldBy,
    partial: state.partial,
    disputed: disputes(state.disputed),
    active: disputes(state.active),
  };
const pythonStyle = (style) => ({ ...style, sign: signOf(style) });
const wantedState = (number) => (number < 0 ? null : expected.states[number]);
const inOrder = (keys, value) => Object.fromEntries(keys.map((key) => [key, value[key]]));
const STYLE_KEYS = ["fill", "controller", "opacity", "fade", "partial", "against", "disputed", "active", "sign"];

function compareViews() {
  for (const view of expected.views) {
    const state = { day: record.dayNumber(view.day), perspective: view.perspective };
    const where = `${view.day} ${view.perspective}`;
    compareDistricts(view, state, where);
    comparePlaces(view, state, where);
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

function compareDistricts(view, { day, perspective }, where) {
  const control = record.control(day, perspective);
  districts.forEach((id, number) => {
    const state = record.states[control.state[number]] ?? null;
    same("states", `${where} ${id}`, pythonState(state), wantedState(view.states[number]));
    same("since", `${where} ${id}`, state && record.iso(control.since[number]), view.since[number]);
    compareStyle(`${where} ${id}`, areaStyle(state, day), view.styles[number]);
  });
}

function compareStyle(where, found, wanted) {
  same("styles", where, inOrder(STYLE_KEYS, pythonStyle(found)), inOrder(STYLE_KEYS, expected.styles[wanted]));
}

function comparePlaces(view, { day, perspective }, where) {
  const found = record.zonesOn(day, perspective);
  same(
    "places",
    where,
    found.map(({ zone }) => zone.id),
    view.places.map(([id]) => id),
  );
  found.forEach(({ zone, state, since }, at) => {
    const [id, wanted, first, style] = view.places[at] ?? [];
    same(
      "places",
      `${where} ${zone.id}`,
      [zone.id, pythonState(state), record.iso(since)],
      [id, wantedState(wanted), first],
    );
    compareStyle(`${where} ${zone.id}`, areaStyle(state, day), style);
  });
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
    const found = [text.plainDate(day), text.inWords(day), text.solarHijri(day, t)];
    same("dates", day, found, [plain, long, solar]);
  }
}

for (const [name, value] of Object.entries(expected.constants)) same("constants", name, constants[name], value);
compareViews();
compareChanges();
for (const row of directions(expected, { record, t }, await module("compare/direction"))) same("directions", ...row);
same("denied", "days", deniedDays(record).map(record.iso.bind(record)), expected.denied);
await compareTimeline({ record, expected, module, same });
compareWindows();
compareFilters();
await compareLayers({ record, expected, t, module, same });
await compareLenses({ record, raw, expected, module, same });
await compareCitations({ expected, record, t, module, same });
await compareParts({ record, cards, expected, t, module, same });
compareWords();
await comparePlaceSentences({ record, expected, t, module, same });
await compareSearches({ record, cards, expected, module, same });

const compared = Object.entries(counts).map(([kind, count]) => `${kind} ${count.toLocaleString("en")}`);
console.log(`Python and the browser on ${expected.days.length} days: ${compared.join(", ")}`);
for (const [kind, list] of Object.entries(wrong)) {
  console.error(`${kind}: ${list.length} differ`);
  for (const line of list.slice(0, SHOWN)) console.error(`  ${line}`);
}
process.exitCode = Object.keys(wrong).length ? 1 : 0;
