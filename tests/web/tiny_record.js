/** A record small enough to be checked by eye: ten days, two provinces, three districts, five events. */

import "./english.js";
import { Record } from "../../geo/browser/web/engine/record.js";

export const DAYS = 60;

const state = (controller, lastConfirmed, claims = []) => [
  controller,
  "control",
  "assessed",
  "A",
  lastConfirmed,
  claims,
  "other",
  0,
  [],
  [],
];
/** The same for every perspective. */
const alike = (value) => ({ assessed: value, nrf: value, taliban: value, both: value });

const EVENTS = [
  // id, title, start, end, type, verification, where, point, province, district, actors
  ["EV-1", "Clash at the bridge", 0, 0, 0, 0, 1, [69.5, 35.3], 0, 0, [1]],
  ["EV-2", "Long siege", 1, 45, 0, 1, 3, null, 0, 1, [0, 1]],
  ["EV-3", "Protest", 10, 12, 3, 2, 4, null, 1, -1, []],
  ["EV-4", "Explosion", 40, 40, 1, 0, 2, [68.7, 36.7], 1, 2, [0]],
  ["EV-5", "Known to the year only", 41, 41, 1, 0, 1, [68.7, 36.7], 1, 2, [0]],
];
const column = (at) => EVENTS.map((row) => row[at]);

const PAYLOAD = {
  version: "tiny",
  firstDay: "2021-08-01",
  days: DAYS,
  actors: { taliban: ["Taliban", "the Taliban", "The Taliban", "T"], nrf: ["NRF", "the NRF", "The NRF", "N"] },
  provinces: [
    ["AF-ONE", "One", "یک", "یو", 69.5, 35.3, 1000],
    ["AF-TWO", "Two", "دو", "دوه", 68.7, 36.7, 2000],
  ],
  districts: [
    ["AF-ONE-a", "Alpha", 0, 69.4, 35.2, 400],
    ["AF-ONE-b", "Beta", 0, 69.6, 35.4, 600],
    ["AF-TWO-c", "Gamma", 1, 68.7, 36.7, 2000],
  ],
  states: [state("taliban", 5), state("nrf", 20, ["CC-1"])],
  intervals: alike([
    [0, 1, 0, 15, 0, 15],
    [0, 1, 0, 15, 0, 15],
    [0, 0, 0],
  ]),
  zones: [],
  changes: alike([
    [
      15,
      [
        [0, 1, 0, 0],
        [1, 1, 0, 0],
      ],
    ],
  ]),
  denied: alike([[0, []]]),
  deniedDays: [],
  groups: alike([
    [0, [[0, 1, 1, 0, 1]]],
    [15, []],
  ]),
  events: {
    id: column(0),
    title: column(1),
    start: column(2),
    end: column(3),
    datePrecision: [1, 1, 1, 1, 5],
    type: column(4),
    verification: column(5),
    where: column(6),
    point: column(7),
    province: column(8),
    district: column(9),
    country: EVENTS.map(() => "AF"),
    actors: column(10),
    claimants: [[0], [0, 1], [1], [0], [0]],
    kinds: [[0], [0], [1], [0], [0]],
  },
  silence: [],
  presence: [],
  moments: [],
  lists: { claimants: ["nrf", "taliban"], kinds: ["news", "party"], precisions: [1, 2, 3, 4] },
  claimants: { "CC-1": 0 },
  names: [
    ["provinces", "AF-ONE", 69.5, 35.3, null, "Panjshir", "پنجشیر", "Panjsher"],
    ["districts", "AF-ONE-a", 69.4, 35.2, "AF-ONE", "Rukha", "رخه"],
    ["places", "PL-1", 69.45, 35.25, "AF-ONE", "Bazarak Panj", "بازارک"],
  ],
};

export const payload = () => structuredClone(PAYLOAD);
export const tinyRecord = () => new Record(payload());
