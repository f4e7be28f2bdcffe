/** What lies under the pointer, in two lines; text only. */

import { STYLE } from "../engine/constants.js";
import { el, shortDate } from "../engine/text.js";

export function tooltip(map, store) {
  const box = el("div", { cls: "replay-tip", attrs: { role: "status" } });
  Object.assign(box.style, {
    position: "absolute",
    zIndex: 900,
    pointerEvents: "none",
    maxWidth: "260px",
    padding: "6px 9px",
    borderRadius: "4px",
    background: "rgba(255,253,248,0.96)",
    color: STYLE.ink,
    boxShadow: "0 1px 5px rgba(0,0,0,.35)",
    font: '12.5px/1.35 system-ui, "Segoe UI", sans-serif',
    display: "none",
  });
  map.getContainer().append(box);

  function show(found, { x, y }) {
    const lines = linesOf(store, found);
    map.getContainer().style.cursor = found.userData || found.events || found.place ? "pointer" : "";
    if (!lines.length) return hide();
    box.replaceChildren(...lines.map((text, i) => el("div", { text, attrs: i ? {} : { style: "font-weight:600" } })));
    box.style.display = "block";
    const size = map.getSize();
    const [w, h] = [box.offsetWidth, box.offsetHeight];
    box.style.left = `${Math.max(4, Math.min(x + 14, size.x - w - 4))}px`;
    box.style.top = `${y + 18 + h > size.y ? Math.max(4, y - h - 10) : y + 18}px`;
    return undefined;
  }

  function hide() {
    box.style.display = "none";
  }

  return { show, hide };
}

function linesOf(store, { userData, events, place, district }) {
  const { record, state, t } = store;
  const named = (name, province) => t("tip.district", { district: name, province: record.provinces[province].name });
  if (userData) return userDataLines(store, userData);
  if (events) return eventLines(store, events);
  if (place) return areaLines(store, named(place.zone.name, place.zone.province), place.state, place.since);
  if (!(district >= 0)) return [];
  const control = record.control(state.day, state.perspective);
  const { name, province } = record.districts[district];
  const lines = areaLines(
    store,
    named(name, province),
    record.states[control.state[district]],
    control.since[district],
  );
  const seen = store.userData?.inWindow(state);
  return seen?.choropleth ? [...lines, t("own.tip_district", { count: seen.counts[district].toLocaleString("en") })] : lines;
}

/** Who holds an area, since when, how fresh that is, and who tells it otherwise. */
function areaLines({ record, state, t }, head, known, first) {
  if (!known) return [head, t("state.unknown")];
  const since = shortDate(record.iso(first));
  const lines = [head, `${stateWords(record, known, t)} · ${t("tip.since", { since })}`];
  const tellers = record.claimantsOf(known).map((who) => t(`claimant.${who}`));
  if (tellers.length) lines.push(t("tip.told_by", { who: tellers.join(", ") }));
  if (state.day > known.lastConfirmed)
    lines.push(t("tip.last_confirmed", { day: shortDate(record.iso(known.lastConfirmed)) }));
  for (const other of known.disputed.slice(0, 2)) {
    lines.push(
      t("tip.disputed", { who: t(`claimant.${other.claimant}`), controller: record.actorName(other.controller) }),
    );
  }
  return lines;
}

/** 'NRF: contested, claimed only' */
export function stateWords(record, state, t) {
  const basis = state.basis === "claimed" ? t("basis.claimed") : t(`certainty.${state.certainty}`);
  return `${record.actorName(state.controller)}: ${t(`status.${state.status}`)}, ${basis}`;
}

function eventLines(store, numbers) {
  const { record, t } = store;
  const { events } = record;
  const lines = numbers.slice(0, 3).map((i) => `${shortDate(record.iso(events.start[i]))}: ${events.title[i]}`);
  if (numbers.length > 3) lines.push(t("tip.more_events", { count: numbers.length - 3 }));
  return numbers.length === 1
    ? [events.title[numbers[0]], eventFacts(store, numbers[0])]
    : [t("tip.events", { count: numbers.length }), ...lines];
}

/** Events that the reader added: said to be theirs. */
function userDataLines({ userData, t }, numbers) {
  const { record } = userData.world;
  const { title, start } = record.events;
  const head = t(numbers.length === 1 ? "own.tip" : "own.tip_many", { count: numbers.length });
  const lines = numbers.slice(0, 3).map((i) => `${shortDate(record.iso(start[i]))}: ${title[i]}`);
  if (numbers.length > 3) lines.push(t("tip.more_events", { count: numbers.length - 3 }));
  return [head, ...lines];
}

/** '5 Sep 2021' or '5 Sep 2021 – 9 Sep 2021' */
export function spanWords(record, i) {
  const [start, end] = [record.events.start[i], record.events.end[i]].map((day) => shortDate(record.iso(day)));
  return start === end ? start : `${start} – ${end}`;
}

function eventFacts({ record, t }, i) {
  const { events } = record;
  return `${spanWords(record, i)} · ${t(`verification.${events.verificationNames[events.verification[i]]}`)} · ${t(`where.${events.where[i]}`)}`;
}
