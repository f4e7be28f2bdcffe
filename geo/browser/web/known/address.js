/** The address of the same view as it was known by a day, and by another definition. */

import { DEFINITIONS } from "../engine/map_constants.js";

/**
 * All else of the address stays; from the record's last day on, and without a day, all that is known now is shown.
 * @param {string} day
 * @param {string} lastDay
 * @param {Pick<Location, "pathname" | "search" | "hash">} here
 */
export function addressKnownBy(day, lastDay, { pathname, search, hash }) {
  const query = new URLSearchParams(search);
  query.delete("known_by");
  if (day && day < lastDay) {
    query.set("known_by", day);
    for (const key of ["date", "since"]) if ((query.get(key) ?? "") > day) query.set(key, day);
  }
  return `${pathname}?${query}${hash}`;
}

/**
 * All else of the address stays, but for whom is believed: by another definition there is one answer.
 * @param {string} definition
 * @param {Pick<Location, "pathname" | "search" | "hash">} here
 */
export function addressByDefinition(definition, { pathname, search, hash }) {
  const query = new URLSearchParams(search);
  query.delete("definition");
  if (definition !== DEFINITIONS[0]) {
    query.delete("perspective");
    query.set("definition", definition);
  }
  return `${pathname}?${query}${hash}`;
}
