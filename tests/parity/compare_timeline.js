/** What the time axis shows, compared: rows of the ribbon, days with a name, silent months. */

/** `module` loads one of the browser's modules; `same` counts a comparison. */
export async function compareTimeline({ record, expected, module, same }) {
  const { momentsOf } = await module("timeline/moments");
  const { ribbonGroups } = await module("handle/ribbon_rows");
  for (const [perspective, wanted] of Object.entries(expected.ribbon)) {
    const rows = ribbonGroups(record, perspective).flatMap((group) => group.rows.map(({ id }) => id));
    same("ribbon", perspective, rows.sort(), wanted);
  }
  const moments = momentsOf(record).map(({ first, last, title, rank, claimant, events }) => [
    record.iso(first),
    record.iso(last),
    title,
    rank,
    claimant,
    events,
  ]);
  same("moments", "all", moments, expected.moments);
  const silent = record.raw.silence.map(([first]) => record.iso(first).slice(0, 7));
  same("silence", "months", silent, expected.silence);
}
