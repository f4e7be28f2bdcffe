/** The map as a table: every district that differs from the ground, for readers who hear or copy it. */

import { areaStyle } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { el, shortDate } from "../engine/text.js";

export class DataTable {
  constructor(store) {
    this.store = store;
    const { t } = store;
    this.body = el("div");
    this.root = el("details", { cls: "data-table" }, el("summary", { text: t("twin.title") }), this.body);
    this.root.addEventListener("toggle", () => this.render());
  }

  render() {
    if (!this.root.open) return;
    const { record, state, t } = this.store;
    const control = record.control(state.day, state.perspective);
    const rows = record.districts
      .map((district, i) => this.#row(district, record.states[control.state[i]], control.since[i]))
      .filter(Boolean);
    const places = record
      .zonesOn(state.day, state.perspective)
      .map(({ zone, state: known, since }) =>
        this.#cells(zone.name, record.provinces[zone.province].name, known, since),
      );
    const head = ["district", "province", "holder", "status", "known", "since", "last", "disputed"].map((key) =>
      el("th", { text: t(`twin.${key}`), attrs: { scope: "col" } }),
    );
    const table = el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows, ...places));
    this.body.replaceChildren(
      el("p", {
        cls: "quiet",
        text: t("twin.rest", {
          count: record.districts.length - rows.length,
          holder: record.actorName(STYLE.baseController),
        }),
      }),
      table,
    );
  }

  #row(district, known, since) {
    const { record, state } = this.store;
    if (!known) return null;
    const style = areaStyle(known, state.day);
    if (style.fill === "solid" && style.controller === STYLE.baseController && !style.disputed && !style.active)
      return null;
    return this.#cells(district.name, record.provinces[district.province].name, known, since);
  }

  #cells(name, province, known, since) {
    const { record, t } = this.store;
    const disputed = known.disputed.map(
      (other) => `${t(`claimant.${other.claimant}`)}: ${record.actorName(other.controller)}`,
    );
    const active = known.active.map((other) => t("legend.active", { actor: record.actorName(other.controller) }));
    const cells = [
      name,
      province,
      record.actorName(known.controller),
      t(`status.${known.status}`),
      t(`certainty.${known.certainty}`),
      shortDate(record.iso(since)),
      shortDate(record.iso(Math.max(0, known.lastConfirmed))),
      [...disputed, ...active].join("; "),
    ];
    return el("tr", {}, ...cells.map((text) => el("td", { text })));
  }
}
