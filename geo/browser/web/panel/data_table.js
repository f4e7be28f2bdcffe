/** The map as a table: every district that differs from the base, for readers who hear or copy it. */

import { isMarked } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { setText } from "../engine/reconcile.js";
import { series } from "../engine/text.js";
import { layerTable } from "../layers/layer_lines.js";
import { isShaded } from "../layers/plan.js";
import { keyWords, otherWords, toldIn } from "../wording/speakers.js";

/** @import { LayerTable } from "../layers/layer_lines.js" */
/** @import { ControlState, State } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */

const COLUMNS = ["district", "province", "holder", "status", "known", "since", "last", "disputed"];

export class DataTable {
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
    else this.#renderControl();
  }

  #renderControl() {
    const { record, state, t } = this.store;
    const { districts, places } = listedAreas(record, state);
    const control = record.control(state.day, state.perspective);
    const rows = districts.map((number) => {
      const { name, province } = record.districts[number];
      return this.#cells(name, province, record.states[control.state[number]], control.since[number]);
    });
    rows.push(...places.map(({ zone, ...span }) => this.#cells(zone.name, zone.province, span.state, span.since)));
    const head = COLUMNS.map((key) => el("th", { text: t(`data_table.${key}`), attrs: { scope: "col" } }));
    const rest = t("data_table.rest", {
      count: record.districts.length - districts.length,
      holder: record.actorName(STYLE.baseController),
    });
    this.body.replaceChildren(
      el("p", { cls: "quiet", text: rest }),
      el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)),
    );
  }

  /**
   * @param {string} name
   * @param {number} province
   * @param {ControlState} known
   * @param {number} since
   */
  #cells(name, province, known, since) {
    const { record, state, t } = this.store;
    const cells = [
      name,
      record.provinces[province].name,
      record.actorName(known.controller),
      t(`status.${known.status}`),
      keyWords(t(`certainty.${known.certainty}`), toldIn(state.perspective, known), state.perspective, t),
      plainDate(record.iso(since)),
      plainDate(record.iso(Math.max(0, known.lastConfirmed))),
      this.#others(known),
    ];
    return el("tr", {}, ...cells.map((text) => el("td", { text })));
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
