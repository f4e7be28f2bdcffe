/** The address of the same view as it was known by a day. */

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
