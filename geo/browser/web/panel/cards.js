/** Cards: an event with its claims side by side and their sources; a province with its districts. */

import { PERSPECTIVES } from "../engine/constants.js";
import { el, inWords, plainDate, safeLink, shortDate } from "../engine/text.js";
import { stateWords } from "../map/tooltip.js";

/** The card of an event. */
export function eventCard(replay, cards, close) {
  const { record, t } = replay;
  const id = replay.state.event;
  const number = record.eventNumber(id);
  const card = cards.events[id];
  if (number < 0 || !card) return el("p", { cls: "quiet", text: t("card.gone") });
  const { events } = record;
  const grade = events.verificationNames[events.verification[number]];
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": events.title[number] } },
    head(t, t(`type.${events.typeNames[events.type[number]]}`), close),
    el("h2", { text: events.title[number] }),
    facts(replay, number, card),
    el(
      "p",
      { cls: "grade-line" },
      el("span", { cls: `grade ${grade}`, text: t(`verification.${grade}`) }),
      el("span", { text: t(`verification.${grade}.meaning`) }),
      card.verified_by ? el("span", { text: ` ${t("card.verified_by", { who: card.verified_by })}` }) : null,
    ),
    el("p", { text: card.summary }),
    claims(replay, cards, card),
    card.notes ? el("p", { cls: "notes", text: `${t("card.notes")} ${card.notes}` }) : null,
    el("p", { cls: "small", text: t("card.record", { id, day: shortDate(card.revised_on ?? card.recorded_on) }) }),
    linkLine(replay),
  );
}

/** The head of a card: what it is, and the button that closes it. */
export function head(t, kind, close) {
  return el(
    "div",
    { cls: "card-head" },
    el("span", { cls: "kind", text: kind }),
    el("button", {
      cls: "icon",
      text: "×",
      attrs: { type: "button", "aria-label": t("card.close") },
      on: { click: close },
    }),
  );
}

function facts({ record, t }, i, card) {
  const { events } = record;
  const [start, end] = [record.iso(events.start[i]), record.iso(events.end[i])];
  const when = start === end ? inWords(start) : t("card.span", { start: plainDate(start), end: plainDate(end) });
  const district = record.districts[events.district[i]]?.name;
  const province = record.provinces[events.province[i]]?.name;
  const where = [card.place_name, district, province]
    .filter((name, at, all) => name && all.indexOf(name) === at)
    .join(", ");
  const sides = [card.side_a, card.side_b]
    .map((ids) => ids.map((id) => record.actorName(id)).join(", "))
    .filter(Boolean);
  const rows = [
    [t("card.when"), `${when} (${t(`date.${events.datePrecision[i]}`)})`],
    [t("card.where"), `${where || t(`country.${events.country[i]}`)} (${t(`where.${events.where[i]}`)})`],
    [t("card.actors"), sides.join(" – ")],
    [t("card.kind"), t(`subtype.${card.sub_event_type}`)],
  ];
  return el(
    "dl",
    {},
    ...rows
      .filter(([, value]) => value)
      .flatMap(([name, value]) => [el("dt", { text: name }), el("dd", { text: value })]),
  );
}

/** One column for those who affirm, one for those who deny or stay silent, when there are both. */
function claims({ record, t }, cards, card) {
  const say = card.claims.filter((claim) => claim.stance === "affirms");
  const deny = card.claims.filter((claim) => claim.stance !== "affirms");
  const column = (title, list) =>
    el(
      "div",
      { cls: "column" },
      el("h3", { text: title }),
      ...list.map((claim) => claimBlock(record, t, cards, claim)),
    );
  const columns = [
    [t("card.affirm"), say],
    [t("card.deny"), deny],
  ].filter(([, list]) => list.length);
  return el("div", { cls: `claims n${columns.length}` }, ...columns.map(([title, list]) => column(title, list)));
}

function claimBlock(record, t, cards, claim) {
  const who = claim.claimant_name
    ? `${t(`claimant.${claim.claimant}`)}: ${claim.claimant_name}`
    : t(`claimant.${claim.claimant}`);
  return el(
    "div",
    { cls: "claim" },
    el("p", { cls: "who", text: claim.reported_on ? `${who} · ${shortDate(claim.reported_on)}` : who }),
    el("p", { text: claim.says }),
    claim.casualties?.length
      ? el("ul", { cls: "losses" }, ...claim.casualties.map((loss) => el("li", { text: lossWords(record, t, loss) })))
      : null,
    sourceList(t, cards, claim.source_ids),
  );
}

/** 'Taliban: 15–30 killed'; a number is always one claimant's. */
function lossWords(record, t, { side, kind, low, high, text }) {
  const number =
    low !== null && high !== null
      ? low === high
        ? `${low}`
        : `${low}–${high}`
      : low !== null
        ? t("loss.at_least", { low })
        : high !== null
          ? t("loss.up_to", { high })
          : (text ?? t("loss.unknown"));
  return t("loss.line", { side: record.actorName(side), number, kind: t(`loss.${kind}`) });
}

/** A page that only cites another listed source is named behind that one, not beside it. */
export function sourceList(t, cards, ids) {
  const through = new Set(ids.flatMap((id) => cards.sources[id]?.seen_through ?? []));
  const shown = ids.filter((id) => !through.has(id));
  return el("ul", { cls: "sources" }, ...shown.map((id) => sourceLine(t, cards, id)));
}

export function sourceLine(t, cards, id) {
  const source = cards.sources[id];
  if (!source) return el("li", { text: id });
  const name = [source.publisher ?? t("source.no_publisher"), source.date ? shortDate(source.date) : source.date_note]
    .filter(Boolean)
    .join(", ");
  const marks = [
    source.party_near ? t("source.party_near", { party: source.party_near.toUpperCase() }) : null,
    source.read_as === "original"
      ? null
      : t(`source.${source.read_as}`, { pages: pageNames(cards, source.seen_through) }),
    source.unresolved ? t("source.unresolved") : null,
  ].filter(Boolean);
  const title = source.url ? safeLink(source.url, source.title) : el("span", { text: source.title });
  title.setAttribute("lang", source.lang);
  title.setAttribute("dir", "auto");
  return el(
    "li",
    {},
    el("span", { cls: "publisher", text: `${name}: ` }),
    title,
    marks.length ? el("span", { cls: "mark", text: ` (${marks.join("; ")})` }) : null,
  );
}

function pageNames(cards, ids) {
  return ids.map((id) => cards.sources[id]?.title.replace(/^\[|\]$/g, "") ?? id).join("; ");
}

/** The card of the selected province on the day, with the selected district's claims. */
export function provinceCard(replay, cards, close) {
  const { record, state, t } = replay;
  const number = record.provinces.findIndex(({ id }) => id === state.province);
  const province = record.provinces[number];
  const control = record.control(state.day, state.perspective);
  const members = record.districts.map((d, i) => ({ ...d, i })).filter((d) => d.province === number);
  const district = members.find(({ id }) => id === state.district);
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": province.name } },
    head(t, t("card.province"), close),
    el("h2", { text: district ? `${district.name}, ${province.name}` : province.name }),
    el(
      "p",
      { cls: "scripts" },
      el("span", { text: province.fa, attrs: { lang: "fa", dir: "rtl" } }),
      " · ",
      el("span", { text: province.ps, attrs: { lang: "ps", dir: "rtl" } }),
      ` · ${Math.round(province.km2).toLocaleString("en")} km²`,
    ),
    district
      ? areaClaims(
          replay,
          cards,
          (perspective) => record.states[record.control(state.day, perspective).state[district.i]] ?? null,
        )
      : shares(record, t, members, control, province.km2),
    el("h3", { text: t("card.districts", { day: plainDate(record.iso(state.day)) }) }),
    el("ul", { cls: "districts" }, ...members.map((d) => districtLine(replay, d, control))),
    presence(replay, cards, state.province),
    linkLine(replay),
  );
}

/** The card of a named place on the day: who says what of it. */
export function placeCard(replay, cards, close) {
  const { record, state, t } = replay;
  const zone = record.zones.find(({ id }) => id === state.place);
  if (!zone) return el("p", { cls: "quiet", text: t("card.gone") });
  const { name } = record.provinces[zone.province];
  return el(
    "article",
    { cls: "card", attrs: { "aria-label": zone.name } },
    head(t, t("card.place"), close),
    el("h2", { text: t("tip.district", { district: zone.name, province: name }) }),
    el("p", {
      cls: "quiet",
      text: zone.lon === null ? t("card.place_unlocated") : t("card.place_area", { km: zone.radiusKm }),
    }),
    areaClaims(replay, cards, (perspective) => record.zoneState(zone, state.day, perspective)),
    linkLine(replay),
  );
}

/** Who says what of an area on the day: each view, then each claim that holds, with its sources. */
function areaClaims({ record, state, t }, cards, stateIn) {
  const views = PERSPECTIVES.map((perspective) => {
    const known = stateIn(perspective);
    return el(
      "li",
      {},
      el("strong", { text: `${t(`perspective.${perspective}`)}: ` }),
      el("span", { text: known ? stateWords(record, known, t) : t("state.unknown") }),
    );
  });
  const known = state.perspective === "both" ? ["nrf", "taliban"].map(stateIn) : [stateIn(state.perspective)];
  const told = known
    .filter(Boolean)
    .flatMap(({ claims, disputed, active }) => [...claims, ...[...disputed, ...active].map(({ claim }) => claim)]);
  return el(
    "div",
    {},
    el("ul", { cls: "shares" }, ...views),
    el("h3", { text: t("card.claims") }),
    ...[...new Set(told)].map((id) => controlClaim(record, t, cards, cards.claims[id])),
  );
}

/** A link to what is on show: made when it is asked for, copied where the browser lets us. */
function linkLine({ t }) {
  const field = el("input", { cls: "typed link", attrs: { readonly: "", "aria-label": t("card.link") } });
  const said = el("span", { cls: "quiet", attrs: { role: "status" } });
  field.hidden = true;
  const copy = async () => {
    field.value = location.href;
    field.hidden = false;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = t("card.link_copied");
    } catch {
      said.textContent = t("card.link_select"); // a browser may forbid it: the text is marked, to be copied by hand
    }
  };
  const button = el("button", { cls: "text", text: t("card.link"), attrs: { type: "button" }, on: { click: copy } });
  return el("p", { cls: "link-line" }, button, field, said);
}

function controlClaim(record, t, cards, claim) {
  const who = claim.claimant_name
    ? `${t(`claimant.${claim.claimant}`)}: ${claim.claimant_name}`
    : t(`claimant.${claim.claimant}`);
  const span = t(claim.valid_to ? "card.claim_span" : "card.claim_open", {
    from: shortDate(claim.valid_from),
    to: claim.valid_to ? shortDate(claim.valid_to) : "",
    last: shortDate(claim.last_confirmed),
  });
  const says = `${record.actorName(claim.controller)}, ${t(`status.${claim.status}`)} (${t(`certainty.${claim.certainty}`)})`;
  const rest = [
    claim.area_note,
    claim.exception ? t("card.except", { what: claim.exception }) : null,
    claim.notes,
  ].filter(Boolean);
  return el(
    "div",
    { cls: "claim" },
    el("p", { cls: "who", text: who }),
    el("p", { text: `${says}. ${span}` }),
    ...rest.map((text) => el("p", { cls: "quiet", text })),
    sourceList(t, cards, claim.source_ids),
  );
}

function shares(record, t, members, control, total) {
  const areas = new Map();
  for (const d of members) {
    const holder = record.states[control.state[d.i]]?.controller ?? "unknown";
    areas.set(holder, (areas.get(holder) ?? 0) + d.km2);
  }
  const rows = [...areas.entries()].sort((a, b) => b[1] - a[1]);
  return el(
    "ul",
    { cls: "shares" },
    ...rows.map(([holder, km2]) =>
      el("li", {
        text: t("card.share", {
          holder: record.actorName(holder),
          pct: ((100 * km2) / total).toFixed(1),
          km2: Math.round(km2).toLocaleString("en"),
        }),
      }),
    ),
  );
}

function districtLine({ record, state, t }, district, control) {
  const known = record.states[control.state[district.i]];
  if (!known) return el("li", { text: `${district.name}: ${t("state.unknown")}` });
  const since = t("tip.since", { since: shortDate(record.iso(control.since[district.i])) });
  const last =
    state.day > known.lastConfirmed
      ? ` · ${t("tip.last_confirmed", { day: shortDate(record.iso(known.lastConfirmed)) })}`
      : "";
  const disputed = known.disputed
    .map(
      (d) =>
        ` · ${t("tip.disputed", { who: t(`claimant.${d.claimant}`), controller: record.actorName(d.controller) })}`,
    )
    .slice(0, 2)
    .join("");
  return el(
    "li",
    {},
    el("strong", { text: district.name }),
    el("span", { text: ` ${stateWords(record, known, t)} · ${since}${last}${disputed}` }),
  );
}

/** The last list of each claimant on or before the day that names the province. */
function presence({ record, state, t }, cards, id) {
  const day = record.iso(state.day);
  const last = new Map();
  for (const row of cards.presence) {
    const key = `${row.claimant} ${row.actor_id}`;
    if (row.as_of <= day && row.as_of > (last.get(key) ?? "")) last.set(key, row.as_of);
  }
  const rows = cards.presence.filter(
    (row) => row.admin1 === id && row.as_of === last.get(`${row.claimant} ${row.actor_id}`),
  );
  const line = (row) =>
    el(
      "li",
      {},
      el("span", {
        text: t(`presence.${row.polarity}`, {
          actor: record.actorName(row.actor_id),
          who: row.claimant_name ?? t(`claimant.${row.claimant}`),
          day: plainDate(row.as_of),
        }),
      }),
      sourceList(t, cards, row.source_ids),
    );
  return el(
    "div",
    {},
    el("h3", { text: t("card.presence") }),
    rows.length ? el("ul", {}, ...rows.map(line)) : el("p", { cls: "quiet", text: t("card.no_presence") }),
  );
}
