/** What lies under the pointer, in a few lines; text only. */

import { translucent } from "../drawing/translucent.js";
import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { dotted, listed } from "../engine/text.js";
import { layerLines } from "../layers/layer_lines.js";
import { isShaded } from "../layers/shaded.js";
import { spanInWords } from "../wording/date_spans.js";
import { otherWords, stateWords } from "../wording/state_words.js";

/** @import { ControlState, LeafletMap, MapStore, Pointed, Translate } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { ReferenceRows } from "../added/rows.js" */
/** @import { UserData } from "../added/userdata.js" */

/**
 * What stands beside our record, where the map shows it.
 * @typedef {object} Beside
 * @property {UserData} [userData] what the reader added
 * @property {ReferenceRows} [reference] UCDP's rows
 */

const MAX_EVENTS = 3;
const MAX_DISPUTES = 2;

/**
 * @param {LeafletMap} map
 * @param {MapStore} store
 * @param {Beside} beside
 */
export function tooltip(map, store, beside) {
  const box = emptyBox();
  map.getContainer().append(box);
  /** Whether there was something to hide. */
  const hide = () => {
    const wasShown = box.style.display !== "none";
    box.style.display = "none";
    return wasShown;
  };
  /** @type {(pointed: Pointed, at: {x: number, y: number}) => void} */
  const show = (pointed, at) => {
    const isButton = pointed.userData || pointed.reference || pointed.events || pointed.place;
    map.getContainer().style.cursor = isButton ? "pointer" : "";
    const lines = linesOf(store, beside, pointed);
    if (!lines.length) {
      hide();
      return;
    }
    box.replaceChildren(...lines.map((text, i) => el("div", { text, attrs: i ? {} : { style: "font-weight:600" } })));
    box.style.display = "block";
    place(box, map.getSize(), at);
  };
  return { show, hide };
}

function emptyBox() {
  const box = el("div", { cls: "replay-tip", attrs: { role: "tooltip" } });
  Object.assign(box.style, {
    position: "absolute",
    zIndex: 900,
    pointerEvents: "none",
    maxWidth: "260px",
    padding: "6px 9px",
    borderRadius: "4px",
    background: translucent(STYLE.halo, 0.96),
    color: STYLE.ink,
    boxShadow: `0 1px 5px ${translucent(MAP_STYLE.black, 0.35)}`,
    font: '12.5px/1.35 "Replay Arabic", system-ui, "Segoe UI", sans-serif',
    display: "none",
  });
  return box;
}

/**
 * Put the box under the pointer, or over it where there is no room.
 * @param {HTMLElement} box
 * @param {{x: number, y: number}} size of the map
 * @param {{x: number, y: number}} at
 */
function place(box, size, { x, y }) {
  const [width, height] = [box.offsetWidth, box.offsetHeight];
  box.style.left = `${Math.max(4, Math.min(x + 14, size.x - width - 4))}px`;
  box.style.top = `${y + 18 + height > size.y ? Math.max(4, y - height - 10) : y + 18}px`;
}

/**
 * @param {MapStore} store
 * @param {Beside} beside
 * @param {Pointed} pointed
 * @returns {string[]}
 */
function linesOf(store, { userData, reference }, pointed) {
  if (pointed.userData && userData?.world)
    return besideLines(
      userData.world.record,
      store.t,
      pointed.userData,
      store.t("user_data.tip"),
      "user_data.tip_many",
    );
  if (pointed.reference && reference?.record)
    return besideLines(reference.record, store.t, pointed.reference, store.t("reference.tip"), "reference.tip_many");
  if (pointed.events) return eventLines(store, pointed.events);
  if (pointed.place) {
    const { zone, state, since } = pointed.place;
    return areaLines(store, areaName(store, zone), state, since);
  }
  return pointed.district === undefined || pointed.district < 0
    ? []
    : districtLines(store, userData ?? null, pointed.district);
}

/**
 * @param {MapStore} store
 * @param {UserData | null} userData
 * @param {number} district
 */
function districtLines(store, userData, district) {
  const { record, state, t } = store;
  if (isShaded(state)) {
    const { province } = record.districts[district];
    return [areaName(store, record.districts[district]), ...layerLines(store, province, district)];
  }
  const control = record.control(state.day, state.perspective);
  const known = record.states[control.state[district]];
  const lines = areaLines(store, areaName(store, record.districts[district]), known, control.since[district]);
  const added = userData?.inWindow(state);
  if (!added?.choropleth) return lines;
  return [...lines, t("user_data.tip_district", { count: added.counts[district] })];
}

/**
 * 'Rukha, Panjshir'
 * @param {MapStore} store
 * @param {{name: string, province: number}} area
 */
function areaName({ record, t }, { name, province }) {
  return t("tip.district", { district: name, province: record.provinces[province].name });
}

/**
 * Who holds an area, since when, how fresh that is, and who tells it otherwise.
 * @param {MapStore} store
 * @param {string} head
 * @param {ControlState | undefined} known
 * @param {number} first day of the state
 */
function areaLines({ record, state, t }, head, known, first) {
  if (!known) return [head, t("state.unknown")];
  const since = plainDate(record.iso(first));
  const lines = [head, dotted([stateWords(record, known, t, state.perspective), t("tip.since", { since })])];
  const tellers = record.claimantsOf(known).map((who) => t(`claimant.${who}`));
  if (tellers.length) lines.push(t("tip.told_by", { who: listed(tellers) }));
  if (state.day > known.lastConfirmed)
    lines.push(t("tip.last_confirmed", { day: plainDate(record.iso(known.lastConfirmed)) }));
  return [...lines, ...otherWords(record, known, t).slice(0, MAX_DISPUTES)];
}

/**
 * @param {MapStore} store
 * @param {number[]} numbers
 */
function eventLines({ record, t }, numbers) {
  if (numbers.length > 1) return [t("tip.events", { count: numbers.length }), ...titleLines(record, t, numbers)];
  const [i] = numbers;
  const { events } = record;
  const grade = t(`verification.${events.verificationNames[events.verification[i]]}`);
  return [events.title[i], dotted([spanWords(record, i), grade, t(`where.${events.where[i]}`)])];
}

/**
 * Events that stand beside ours: said to be the reader's, or UCDP's.
 * @param {Record} record
 * @param {Translate} t
 * @param {number[]} numbers
 * @param {string} one says whose it is
 * @param {string} many says whose they are
 */
function besideLines(record, t, numbers, one, many) {
  const head = numbers.length === 1 ? one : t(many, { count: numbers.length });
  return [head, ...titleLines(record, t, numbers)];
}

/**
 * The first few with their days, and how many there are more.
 * @param {Record} record
 * @param {Translate} t
 * @param {number[]} numbers
 */
function titleLines(record, t, numbers) {
  const { start, title } = record.events;
  const lines = numbers.slice(0, MAX_EVENTS).map((i) => `${plainDate(record.iso(start[i]))}: ${title[i]}`);
  if (numbers.length > MAX_EVENTS) lines.push(t("tip.more_events", { count: numbers.length - MAX_EVENTS }));
  return lines;
}

/**
 * '5 September 2021' or '5 September 2021 – 9 September 2021'
 * @param {Record} record
 * @param {number} i
 */
export function spanWords(record, i) {
  const { start, end } = record.events;
  return spanInWords(record.iso(start[i]), record.iso(end[i]));
}
