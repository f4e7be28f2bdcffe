/** Who holds each area on each day, since when, and how it is drawn, as the browser has it and as Python has it. */

import { inOrder, once } from "./tables.js";

const STYLE_KEYS = [
  "fill",
  "controller",
  "opacity",
  "fade",
  "partial",
  "against",
  "disputed",
  "active",
  "changing",
  "sign",
];
const styleText = (style) => JSON.stringify(inOrder(STYLE_KEYS, style));
const disputes = (list) =>
  list.map(({ claim, ...rest }) => ({
    claim_id: claim,
    controller: rest.controller,
    status: rest.status,
    claimant: rest.claimant,
    certainty: rest.certainty,
  }));

/** A state of the browser as Python has it. */
const pythonState = (record, state) =>
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

/**
 * @param {{record: any, expected: any, module: Function, same: Function, sameText: Function}} of
 */
export async function compareAreas({ record, expected, module, same, sameText }) {
  const { areaStyle, signOf } = await module("engine/area_style");
  const wantedState = (number) => (number < 0 ? null : expected.states[number]);
  const texts = {
    found: once((state) => JSON.stringify(pythonState(record, state))),
    wanted: once((number) => JSON.stringify(wantedState(number))),
    style: once((number) => styleText(expected.styles[number])),
    iso: once((day) => record.iso(day)),
  };
  for (const view of expected.views) {
    const day = record.dayNumber(view.day);
    const foundStyle = once((state) => {
      const style = areaStyle(state, day);
      return styleText({ ...style, sign: signOf(style) });
    });
    const of = { record, view, day, where: `${view.day} ${view.perspective}`, texts, foundStyle, same, sameText };
    compareDistricts(of);
    comparePlaces(of);
  }
}

function compareDistricts({ record, view, day, where, texts, foundStyle, sameText }) {
  const control = record.control(day, view.perspective);
  record.districts.forEach(({ id }, number) => {
    const state = record.states[control.state[number]] ?? null;
    const place = `${where} ${id}`;
    sameText("states", place, texts.found(state), texts.wanted(view.states[number]));
    sameText("since", place, state && texts.iso(control.since[number]), view.since[number]);
    sameText("styles", place, foundStyle(state), texts.style(view.styles[number]));
  });
}

function comparePlaces({ record, view, day, where, texts, foundStyle, same, sameText }) {
  const found = record.zonesOn(day, view.perspective);
  const ids = found.map(({ zone }) => zone.id);
  same(
    "places",
    where,
    ids,
    view.places.map(([id]) => id),
  );
  found.forEach(({ zone, state, since }, at) => {
    const [id, wanted, first, style] = view.places[at] ?? [];
    const place = `${where} ${zone.id}`;
    same("places", place, [zone.id, record.iso(since)], [id, first]);
    sameText("places", place, texts.found(state), texts.wanted(wanted));
    sameText("styles", place, foundStyle(state), texts.style(style));
  });
}
