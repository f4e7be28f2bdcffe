/** Citations and addresses of views, as the browser has them and as Python has them. */

const WEB = ["copy/cite", "copy/link"];

/**
 * @param {{expected: any, record: any, t: Function, module: Function, same: Function}} of
 */
export async function compareCitations({ expected, record, t, module, same }) {
  const [{ citeDay, citeEvent }, { queryOf }] = await Promise.all(WEB.map(module));
  const { events, days, readings, links } = expected.citations;
  for (const [id, recorded_on, revised_on, texts] of events)
    readings.forEach((reading, at) => {
      same("citations", id, citeEvent({ record, t }, id, { recorded_on, revised_on }, reading), texts[at]);
    });
  for (const [day, perspective, texts] of days)
    readings.forEach((reading, at) => {
      const found = citeDay({ record, state: { perspective }, t, day }, reading);
      same("citations", `${day} ${perspective}`, found, texts[at]);
    });
  for (const [view, pairs] of links) same("links", view.date, [...queryOf(view, record.version)], pairs);
}
