/** What the address of a document of ours asks for: checked by the record, since nobody else does. */

import { FILTER_KEYS, LAYERS, PRESENCE_LEVELS } from "../engine/constants.js";
import { Days } from "../engine/days.js";

/** @import { AddressView, RecordPayload } from "../types.js" */
/** @import { Page } from "./page_parts.js" */

/** @param {RecordPayload} record */
const eventIds = ({ events }) => events.id ?? [];

const VIEWPORT = /^\d{1,2}\.\d{3},\d{1,2}\.\d{3},\d{1,2}\.\d{2}$/;

/**
 * The view that a document and its address ask for.
 * @param {URLSearchParams} query
 * @param {RecordPayload} record
 * @param {Page} page
 * @returns {AddressView}
 */
export function viewOf(query, record, page) {
  const requested = understood(query, record, page);
  const event = eventIds(record).indexOf(requested.event);
  if (event >= 0 && !requested.date) {
    const days = new Days(record.firstDay, record.days);
    requested.date = days.iso(days.clampDay(record.events.end[event])); // an event without a day opens on its own
  }
  return { ...page.view, ...requested };
}

/**
 * What an address asks for; what it can't mean is left out.
 * @param {URLSearchParams} query
 * @param {RecordPayload} record
 * @param {Page} page
 * @returns {{[key: string]: string}}
 */
function understood(query, record, page) {
  /** @type {{[key: string]: string[]}} */
  const known = {
    perspective: page.perspectives,
    window: page.windows,
    layer: LAYERS,
    presence: PRESENCE_LEVELS,
    province: record.provinces.map(([id]) => id),
    district: record.districts.map(([id]) => id),
    place: record.zones.map(({ id }) => id),
    event: eventIds(record),
    reference: ["ucdp"],
    ...page.filters,
  };
  /** @type {(key: string, value: string) => boolean} */
  const isMeant = (key, value) => {
    if (key === "at") return VIEWPORT.test(value);
    if (key === "date" || key === "since") return page.days[0] <= value && value <= page.days[1];
    const values = FILTER_KEYS.includes(key) ? value.split(",") : [value];
    return Object.hasOwn(known, key) && values.every((one) => known[key].includes(one));
  };
  return Object.fromEntries([...query].filter(([key, value]) => isMeant(key, value)));
}
