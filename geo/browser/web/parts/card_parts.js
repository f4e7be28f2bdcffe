/** What cards are put together from: head, list of facts, sources. */

import { plainDate } from "../engine/dates.js";
import { el, safeLink } from "../engine/elements.js";
import { listed, series } from "../engine/text.js";
import { nearWords } from "../wording/words.js";

/** @import { Cards, Source, Translate } from "../types.js" */
/** @import { Known } from "../wording/words.js" */

/**
 * The head of a card: what it is, and the button that closes it.
 * @param {Translate} t
 * @param {string} kind
 * @param {() => void} close
 * @param {HTMLElement | null} back a button that leads back to where it was chosen
 */
export function head(t, kind, close, back = null) {
  return el(
    "div",
    { cls: "card-head" },
    el("span", { cls: "kind", text: kind }),
    back,
    el("button", {
      cls: "icon",
      text: "×",
      attrs: { type: "button", "aria-label": t("card.close") },
      on: { click: close },
    }),
  );
}

/**
 * Names and values; what has no value is left out.
 * @param {[string, string | null][]} rows
 * @param {{[name: string]: string}} attrs of each value
 */
export function definitionList(rows, attrs = {}) {
  const items = rows.flatMap(([name, value]) =>
    value ? [el("dt", { text: name }), el("dd", { text: value, attrs })] : [],
  );
  return el("dl", {}, ...items);
}

/**
 * 'the Taliban: NAME', or the kind of claimant alone.
 * @param {{claimant: string, claimant_name: string | null}} claim
 * @param {Translate} t
 */
export function claimantWords({ claimant, claimant_name: name }, t) {
  const label = t(`claimant.${claimant}`);
  return name ? t("words.labelled", { label, told: name }) : label;
}

/**
 * From when something could be known; or that nothing says so.
 * @param {Translate} t
 * @param {{known_from: string | null}} known
 */
export function knownFromWords(t, { known_from: day }) {
  return day ? t("known.from", { day: plainDate(day) }) : t("known.day_unknown");
}

/**
 * A page that only cites another listed source is named behind that one, not beside it.
 * @param {Known} known
 * @param {Cards} cards
 * @param {string[]} ids
 */
export function sourceList(known, cards, ids) {
  const through = new Set(ids.flatMap((id) => cards.sources[id]?.seen_through ?? []));
  const shown = ids.filter((id) => !through.has(id));
  return el("ul", { cls: "sources" }, ...shown.map((id) => sourceLine(known, cards, id)));
}

/**
 * @param {Known} known
 * @param {Cards} cards
 * @param {string} id
 */
export function sourceLine(known, cards, id) {
  const { t } = known;
  const source = cards.sources[id];
  if (!source) return el("li", { text: id });
  const remarks = remarksOn(known, cards, source);
  const address = source.url ?? source.archive_url;
  const title = address ? safeLink(address, source.title) : el("span", { text: source.title });
  title.setAttribute("lang", source.lang);
  title.setAttribute("dir", "auto");
  return el(
    "li",
    {},
    el("span", { cls: "publisher", text: `${publisherWords(t, source)}${t("list.colon")}` }),
    title,
    remarks.length ? el("span", { cls: "mark", text: ` ${t("words.bracketed", { told: series(remarks) })}` }) : null,
  );
}

/**
 * Who published it, and when.
 * @param {Translate} t
 * @param {Source} source
 */
function publisherWords(t, source) {
  const date = source.date ? plainDate(source.date) : source.date_note;
  return listed([source.publisher ?? t("source.no_publisher"), date]);
}

/**
 * How it was read; of a page that was not read itself through which others, where those are not of a later day.
 * @param {Translate} t
 * @param {string} readAs
 * @param {string[]} pages
 */
function readWords(t, readAs, pages) {
  if (!pages.length && readAs !== "copy") return t("source.through_later");
  return t(`source.${readAs}`, { pages: series(pages) });
}

/**
 * What a reader should know of how near it is to a party and how it was read.
 * @param {Known} known
 * @param {Cards} cards
 * @param {Source} source
 */
function remarksOn(known, cards, source) {
  const { t } = known;
  const pages = source.seen_through.map((id) => cards.sources[id]?.title.replace(/^\[|\]$/g, "") ?? id);
  const retold = [source.retells, ...source.copy_of.map((id) => cards.sources[id]?.publisher ?? id)];
  const whom = listed([...new Set(retold)]);
  return [
    whom ? t("source.retells", { whom }) : null,
    nearWords(known, source),
    source.read_as === "original" ? null : readWords(t, source.read_as, pages),
    source.unresolved ? t("source.unresolved") : null,
    source.url || source.archive_url ? null : t("source.no_address"),
  ].filter((remark) => remark !== null);
}
