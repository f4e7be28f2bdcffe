/** What a layer of activity or presence shows, in words. In Python: `geo/wording/layer_sentence.py`. */

import { plainDate } from "../engine/dates.js";
import { inTurn, listed, series } from "../engine/text.js";
import { definitionWords } from "../wording/definition.js";
import { daySentence } from "../wording/sentence.js";
import { activityOn } from "./activity.js";
import { countsOf, presenceOn } from "./presence.js";
import { tellersOn } from "./tellers.js";
import { comparisonWords, items, listWords, names, otherFilters, spanOf, speakers, typeWords } from "./words.js";

/** @import { Shown } from "../types.js" */

/**
 * What the map shows, in words, whichever layer it is; by which definition, and in the app by which day that was known.
 * @param {Shown} shown
 */
export function viewSentence(shown) {
  const { layer } = shown.state;
  const tell = layer === "activity" ? activitySentence : layer === "presence" ? presenceSentence : daySentence;
  return inTurn([definitionWords(shown), tell(shown), shown.record.known?.(shown)]);
}

/**
 * How many events, which filters, where, against the window before, and who tells of them.
 * @param {Shown} shown
 */
function activitySentence(shown) {
  const { record, state, t } = shown;
  const activity = activityOn(shown);
  const { count, nowhere, silentDays } = activity;
  const span = { ...spanOf(record, activity), count };
  const filters = otherFilters(shown);
  const coarse = activity.provinces.reduce((sum, one) => sum + one, 0);
  const places = items(shown, activity.totals);
  const parts = [
    state.type ? t("layers.lead.types", { ...span, types: typeWords(shown) }) : t("layers.lead.armed", span),
    filters && t("layers.filtered", { filters }),
    places && t("layers.provinces", { list: places }),
    coarse && t("layers.coarse", { count: coarse }),
    nowhere && t("layers.nowhere", { count: nowhere }),
    count ? "" : t("layers.none"),
    silentDays && t("layers.silent", { silent: silentDays, days: span.days }),
    comparisonWords(shown, activity),
    ...(count ? tellers(shown) : []),
  ];
  return inTurn(parts);
}

/**
 * How many events have each grade, and name each kind of source.
 * @param {Shown} shown
 */
function tellers(shown) {
  const { record, t } = shown;
  const { events, raw } = record;
  const { grades, kinds } = tellersOn(shown);
  const graded = grades.flatMap((count, grade) =>
    count ? [t("layers.item", { name: t(`verification.${events.verificationNames[grade]}`), count })] : [],
  );
  const named = kinds
    .map((count, kind) => ({ count, name: t(`kind.${raw.lists.kinds[kind]}`) }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count)
    .map((item) => t("layers.item", item));
  return [t("layers.grades", { list: listed(graded) }), t("layers.kinds", { list: listed(named) })];
}

/**
 * Whose presence, what is counted, who is named by how many, where it is contradicted, and who speaks.
 * @param {Shown} shown
 */
function presenceSentence(shown) {
  const { record, state, t } = shown;
  const presence = presenceOn(shown);
  const counts = record.provinces.map((_, number) => countsOf(presence, number));
  const numbers = [...counts.keys()];
  const contradicted = names(
    record,
    numbers.filter((n) => counts[n].named && counts[n].denied),
  );
  const absent = names(
    record,
    numbers.filter((n) => !counts[n].named && counts[n].denied),
  );
  const named = items(
    shown,
    counts.map((one) => one.named),
  );
  const spoken = speakers(shown, presence).map(([name, count]) => t("layers.voice_count", { name, count }));
  const old = presence.outdated.map((list) => listWords(shown, list));
  const actors = listed(presence.actors.map((actor) => record.actorInText(actor)));
  const parts = [
    t("layers.presence.lead", {
      actors,
      day: plainDate(record.iso(state.day)),
      level: t(`layers.level.${state.presence}`),
    }),
    named && t("layers.presence.named", { list: named }),
    contradicted && t("layers.presence.contradicted", { list: contradicted }),
    absent && t("layers.presence.absent", { list: absent }),
    spoken.length ? "" : t("layers.presence.none"),
    spoken.length && t("layers.presence.voices", { list: series(spoken) }),
    old.length && t("layers.presence.outdated", { list: series(old) }),
  ];
  return inTurn(parts);
}
