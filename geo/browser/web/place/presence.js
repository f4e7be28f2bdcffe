/** Who is said to be active in a province: the last list of each claimant that names it. */

import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { sourceList } from "../parts/card_parts.js";

/** @import { Cards, Shown } from "../types.js" */

/**
 * The last list of each claimant on or before the day that names the province.
 * @param {Shown} shown
 * @param {Cards} cards
 * @param {string} province
 */
export function presence({ record, state, t }, cards, province) {
  const latest = latestLists(cards, record.iso(state.day));
  const rows = cards.presence.filter((row) => row.admin1 === province && row.as_of === latest.get(listOf(row)));
  const lines = rows.map((row) => {
    const text = t(`presence.${row.polarity}`, {
      actor: record.actorName(row.actor_id),
      who: row.claimant_name ?? t(`claimant.${row.claimant}`),
      day: plainDate(row.as_of),
    });
    return el("li", {}, el("span", { text }), sourceList({ record, t }, cards, row.source_ids));
  });
  return el(
    "div",
    {},
    el("h3", { text: t("card.presence") }),
    lines.length ? el("ul", {}, ...lines) : el("p", { cls: "quiet", text: t("card.no_presence") }),
  );
}

/**
 * The day of the last list of each claimant and actor on or before a day.
 * @param {Cards} cards
 * @param {string} day
 */
function latestLists(cards, day) {
  /** @type {Map<string, string>} */
  const latest = new Map();
  for (const row of cards.presence)
    if (row.as_of <= day && row.as_of > (latest.get(listOf(row)) ?? "")) latest.set(listOf(row), row.as_of);
  return latest;
}

/** @param {{claimant: string, actor_id: string}} row */
const listOf = (row) => `${row.claimant} ${row.actor_id}`;
