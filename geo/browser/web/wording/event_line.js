/** An event in a line that is made of its fields, in the reader's language. In Python: `geo/wording/event_line.py`. */

import { dotted, listed } from "../engine/text.js";
import { spanInWords } from "./date_spans.js";
import { lossWords, sidesWords } from "./words.js";

/** @import { EventCard, Shown } from "../types.js" */

/** So many numbers of losses stand in a line, each with who tells it; the card has all. */
const MOST_LOSSES = 3;

/**
 * 'Armed clash · NRF – Taliban · Andarab, Baghlan · 5 September 2021 · Taliban: 3 killed (the NRF) · claimed'.
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {number} i number of the event
 * @param {EventCard} card
 */
export function eventLine({ record, t }, i, card) {
  const { events } = record;
  const losses = lossesOf({ record, t }, card);
  return dotted([
    t(`subtype.${card.sub_event_type}`),
    sidesWords(
      t,
      [card.side_a, card.side_b].map((ids) => listed(ids.map((id) => record.actorName(id)))),
    ),
    placeWords({ record, t }, i, card),
    spanInWords(record.iso(events.start[i]), record.iso(events.end[i])),
    ...(losses.length ? losses : [speakers(t, card)]),
    t(`verification.${events.verificationNames[events.verification[i]]}`),
  ]);
}

/**
 * Place, district, province, each once; the country of an event abroad.
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {number} i
 * @param {EventCard} card
 */
export function placeWords({ record, t }, i, card) {
  const { events } = record;
  const province = record.provinces[events.province[i]]?.name;
  const names = [
    record.placeName(card.place_name, events.province[i]),
    record.districts[events.district[i]]?.name,
    province,
    events.country[i] !== HOME || !province ? t(`country.${events.country[i]}`) : null,
  ];
  return listed([...new Set(names)]);
}

const HOME = "AF";

/**
 * @param {Pick<Shown, "record" | "t">} shown
 * @param {EventCard} card
 */
function lossesOf({ record, t }, card) {
  const told = card.claims.flatMap(({ claimant, casualties }) =>
    (casualties ?? []).map((loss) =>
      t("words.remark", { told: lossWords({ record, t }, loss), remark: t(`claimant.${claimant}`) }),
    ),
  );
  const found = [...new Set(told)];
  return found.length <= MOST_LOSSES ? found : [...found.slice(0, MOST_LOSSES), "…"];
}

/**
 * @param {Shown["t"]} t
 * @param {EventCard} card
 */
function speakers(t, { claims }) {
  const who = new Set(claims.filter(({ stance }) => stance === "affirms").map(({ claimant }) => claimant));
  return who.size && t("sources.claim_by", { who: listed([...who].map((one) => t(`claimant.${one}`))) });
}
