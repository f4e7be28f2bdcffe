/** How to cite what is on show, as plain text. In Python: `geo/wording/cite.py`. */

import { CITED } from "../engine/map_constants.js";

/** @import { EventCard, Shown, Translate } from "../types.js" */

/**
 * Where and on which day it was read ('YYYY-MM-DD'), as far as known.
 * @typedef {{address?: string, day?: string}} Reading
 */

/**
 * How to cite the map of the day on show.
 * @param {Shown & {day: string | null}} shown
 * @param {Reading} reading
 */
export function citeDay({ record, state, t, day }, reading = {}) {
  const note = t("cite.note.day", { day, perspective: state.perspective, version: record.version });
  return withReading(t, t("cite.said.whole", { ...CITED, note }), reading);
}

/**
 * How to cite one event of the record.
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {string} id
 * @param {Pick<EventCard, "recorded_on" | "revised_on">} card
 * @param {Reading} reading
 */
export function citeEvent({ record, t }, id, card, reading = {}) {
  const { events } = record;
  const i = record.eventNumber(id);
  const [start, end] = [record.iso(events.start[i]), record.iso(events.end[i])];
  const note = t(card.revised_on ? "cite.note.event_revised" : "cite.note.event", {
    id,
    days: start === end ? start : t("cite.days", { start, end }),
    grade: events.verificationNames[events.verification[i]],
    recorded: card.recorded_on,
    revised: card.revised_on,
    version: record.version,
  });
  return withReading(t, t("cite.said.event", { ...CITED, entry: events.title[i], note }), reading);
}

/**
 * @param {Translate} t
 * @param {string} said
 * @param {Reading} reading
 */
function withReading(t, said, { address, day }) {
  const cited = said.trim().replace(/\s+/g, " ");
  const how = address ? (day ? "both" : "address") : day ? "read" : null;
  return how ? t(`cite.with.${how}`, { cited, address, day }) : cited;
}
