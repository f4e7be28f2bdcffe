/** The map as a table: every district that differs from the base, or every one; each leads to its card, and heads sort. */

import { isMarked } from "../drawing/marked.js";
import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el, setText } from "../engine/elements.js";
import { inDigits, series } from "../engine/text.js";
import { layerTable } from "../layers/layer_lines.js";
import { isShaded } from "../layers/shaded.js";
import { focusKept, keepFocus } from "../parts/kept_focus.js";
import { compareKeys } from "../reading/reading.js";
import { NOTHING } from "../store/store.js";
import { toldIn } from "../wording/speakers.js";
import { keyWords, otherWords } from "../wording/state_words.js";

/** @import { LayerTable } from "../layers/layer_lines.js" */
/** @import { ControlState, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

const COLUMNS = ["district", "province", "holder", "status", "known", "since", "last", "disputed"];
const DAYS = ["since", "last"];

/** @typedef {{id: string, cells: string[], days: number[], choose: Partial<State>}} Row of an area; `days` for sorting */

export class DataTable {
  #isWhole = false; // also the districts that are the ground
  #sorted = { column: -1, falls: false };

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.body = el("div");
    this.title = el("summary", { text: store.t("data_table.title") });
    this.root = el("details", { cls: "data-table" }, this.title, this.body);
    this.root.addEventListener("toggle", () => this.render());
  }

  render() {
    const layer = isShaded(this.store.state) ? layerTable(this.store) : null;
    setText(this.title, layer?.title ?? this.store.t("data_table.title"));
    if (!this.root.open) return;
    if (layer) this.body.replaceChildren(tableOf(layer));
    else keepFocus(this.body, () => this.#renderControl());
  }

  #renderControl() {
    const { record, state, t } = this.store;
    const { districts, places } = listedAreas(record, state);
    const control = record.control(state.day, state.perspective);
    const listed = this.#isWhole ? [...record.districts.keys()] : districts;
    const rows = listed.map((number) => {
      const { id, name, province } = record.districts[number];
      const choose = { district: id, province: record.provinces[province].id };
      return this.#row(id, name, province, record.states[control.state[number]], control.since[number], choose);
    });
    for (const { zone, ...span } of places) {
      const choose = { place: zone.id, province: record.provinces[zone.province].id };
      rows.push(this.#row(zone.id, zone.name, zone.province, span.state, span.since, choose));
    }
    const values = {
      count: record.districts.length - districts.length,
      holder: record.actorName(STYLE.baseController),
    };
    this.body.replaceChildren(
      this.#isWhole ? "" : el("p", { cls: "quiet", text: t("data_table.rest", values) }),
      this.#wholeBox(),
      el("table", {}, this.#head(), el("tbody", {}, ...this.#inOrder(rows).map((row) => this.#rowElement(row)))),
    );
  }

  #wholeBox() {
    const { record, t } = this.store;
    const toggle = () => {
      this.#isWhole = !this.#isWhole;
      this.render();
    };
    const input = el("input", { attrs: { type: "checkbox", "data-keep": "whole" }, on: { change: toggle } });
    input.checked = this.#isWhole;
    return el(
      "label",
      { cls: "check" },
      input,
      el("span", { text: t("data_table.all", { all: inDigits(record.districts.length) }) }),
    );
  }

  #head() {
    const { column: sorted, falls } = this.#sorted;
    const heads = COLUMNS.map((key, column) => {
      const sort = () => {
        this.#sorted = { column, falls: column === sorted && !falls };
        this.render();
      };
      const attrs = { type: "button", "data-keep": key };
      const button = el("button", { cls: "text", text: this.store.t(`data_table.${key}`), attrs, on: { click: sort } });
      const head = el("th", { attrs: { scope: "col" } }, button);
      if (column === sorted) head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      return head;
    });
    return el("thead", {}, el("tr", {}, ...heads));
  }

  /** @param {Row[]} rows */
  #inOrder(rows) {
    const { column, falls } = this.#sorted;
    if (column < 0) return rows;
    const day = DAYS.indexOf(COLUMNS[column]);
    const keyOf = (/** @type {Row} */ row) => (day < 0 ? row.cells[column] || null : row.days[day]);
    return [...rows].sort((one, other) => compareKeys(keyOf(one), keyOf(other), falls));
  }

  /**
   * An area leads to its card, which takes the focus along; when it closes, the row has it again.
   * @param {Row} row
   */
  #rowElement({ id, cells: [name, ...rest], choose }) {
    const open = () => {
      this.store.leaveCard = () => focusKept(this.body, id);
      this.store.set({ ...NOTHING, ...choose });
      this.store.commit();
    };
    const attrs = { type: "button", "data-keep": id };
    const button = el("button", { cls: "text", text: name, attrs, on: { click: open } });
    const head = el("th", { attrs: { scope: "row" } }, button);
    return el("tr", {}, head, ...rest.map((text) => el("td", { text })));
  }

  /**
   * @param {string} id
   * @param {string} name
   * @param {number} province
   * @param {ControlState} known
   * @param {number} since
   * @param {Partial<State>} choose
   * @returns {Row}
   */
  #row(id, name, province, known, since, choose) {
    const { record, state, t } = this.store;
    const last = Math.max(0, known.lastConfirmed);
    const cells = [
      name,
      record.provinces[province].name,
      record.actorName(known.controller),
      t(`status.${known.status}`),
      keyWords(t(`certainty.${known.certainty}`), toldIn(state.perspective, known), state.perspective, t),
      plainDate(record.iso(since)),
      plainDate(record.iso(last)),
      this.#others(known),
    ];
    return { id, cells, days: [since, last], choose };
  }

  /**
   * Who says otherwise, and who is active there.
   * @param {ControlState} known
   */
  #others(known) {
    const { record, t } = this.store;
    const disputed = otherWords(record, known, t);
    const active = known.active.map((other) => t("legend.active", { actor: record.actorName(other.controller) }));
    return series([...disputed, ...active]);
  }
}

/**
 * What the map of a day is as a table: districts that the legend counts beside the ground, and named places. In Python:
 * `geo/export/first_words.py`.
 * @param {Record} record
 * @param {Pick<State, "day" | "perspective">} state
 */
export function listedAreas(record, { day, perspective }) {
  const { state } = record.control(day, perspective);
  const districts = record.districts.flatMap((_, number) => (isMarked(record.states[state[number]]) ? [number] : []));
  return { districts, places: record.zonesOn(day, perspective) };
}

/** @param {LayerTable} table */
function tableOf({ columns, rows }) {
  const head = columns.map((text) => el("th", { text, attrs: { scope: "col" } }));
  const body = rows.map((cells) => el("tr", {}, ...cells.map((text) => el("td", { text }))));
  return el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
}
