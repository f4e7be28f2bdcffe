/** Copy: a sentence, how to cite it and a link that opens the view again, with one press; or one of the three. */

import { URL_KEYS } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { viewSentence } from "../layers/sentence.js";
import { citeDay, citeEvent } from "./cite.js";
import { viewLink } from "./link.js";

/** @import { EventCard, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Reading } from "./cite.js" */

/**
 * What is copied: a sentence, and how to cite it; without that the map of the day is cited. Asked for when pressed.
 * @typedef {{sentence: () => string, citation?: (reading: Reading) => string}} What
 */

const PARTS = ["sentence", "citation", "link"];
/** What changes the view that was copied. */
const VIEW_KEYS = ["day", ...URL_KEYS];
const NEAR = 0.005; // of a degree, and of a level of zoom
/**
 * Takes away what came of the last copy on a page; where the map looked then, or was going to.
 * @type {WeakMap<Store, {clear: () => void, at: string | null | undefined}>}
 */
const clearing = new WeakMap();

/**
 * A button that copies, with a menu of the parts beside it; what came of it is told aloud.
 *
 * `copyButton(store, ofDay(store))`, `copyButton(store, ofEvent(store, id, card))`, and for a place
 * `copyButton(store, { sentence: () => words })`.
 * @param {Store} store
 * @param {What} what
 */
export function copyButton(store, what) {
  const { t } = store;
  const status = el("span", { cls: "copy-said", attrs: { role: "status" } });
  const field = el("textarea", { cls: "copy-by-hand", attrs: { readonly: "", rows: "3" } });
  field.hidden = true;
  const clear = () => {
    status.textContent = "";
    field.hidden = true;
  };
  const copy = async (/** @type {string} */ part) => {
    clearAtNextChange(store, clear);
    const isDone = await written(textOf(store, what, part), field);
    status.textContent = t(isDone ? "copy.done" : "copy.select");
  };
  const attrs = { type: "button", title: t("copy.all.hint") };
  const all = el("button", { cls: "text copy-all", text: t("copy.all.name"), attrs, on: { click: () => copy("all") } });
  return el("span", { cls: "copy" }, all, partsMenu(store, copy), status, field);
}

/**
 * What came of a copy stands until the next one, or until another view is on show.
 * @param {Store} store
 * @param {() => void} clear
 */
function clearAtNextChange(store, clear) {
  /** @type {(state: State, changed: Set<string>) => void} */
  const draw = ({ at }, changed) => {
    const known = clearing.get(store);
    const changes = VIEW_KEYS.filter((key) => changed.has(key));
    const hasOnlyArrived = changes.every((key) => key === "at") && isNear(at, known?.at);
    if (changes.length && !hasOnlyArrived) known?.clear();
  };
  if (!clearing.has(store)) store.attach("copied", { draw });
  clearing.get(store)?.clear();
  clearing.set(store, { clear, at: store.heading?.() ?? store.state.at });
}

/**
 * Whether two viewports, 'latitude,longitude,zoom', are one but for what is rounded.
 * @param {string | null | undefined} at
 * @param {string | null | undefined} other
 */
export function isNear(at, other) {
  if (!at || !other) return (at ?? null) === (other ?? null);
  const [here, there] = [at, other].map((one) => one.split(",").map(Number));
  return here.every((part, i) => Math.abs(part - there[i]) < NEAR);
}

/**
 * The sentence of the day.
 * @param {Store} store
 * @returns {What}
 */
export const ofDay = (store) => ({ sentence: () => viewSentence(store) });

/**
 * An event: its days, title and grade.
 * @param {Store} store
 * @param {string} id
 * @param {EventCard} card
 * @returns {What}
 */
export function ofEvent(store, id, card) {
  const { record, t } = store;
  const { events } = record;
  const i = record.eventNumber(id);
  const [start, end] = [events.start[i], events.end[i]].map((day) => plainDate(record.iso(day)));
  const days = start === end ? start : t("cite.days", { start, end });
  const grade = t(`verification.${events.verificationNames[events.verification[i]]}`);
  return {
    sentence: () => t("copy.event", { days, title: events.title[i], grade }),
    citation: (reading) => citeEvent(store, id, card, reading),
  };
}

/**
 * What is copied of a part; of all of them where it is 'all'.
 * @param {Store} store
 * @param {What} what
 * @param {string} part
 */
export function textOf(store, what, part) {
  const link = viewLink(store);
  const cite = what.citation ?? ((/** @type {Reading} */ reading) => citeDay(store, reading));
  const day = readingDay(new Date());
  const citation = cite(part === "all" ? { day } : { address: link, day });
  /** @type {{[part: string]: string}} */
  const texts = { sentence: what.sentence(), citation, link };
  return texts[part] ?? store.t("copy.all", texts);
}

/**
 * The reader's own day, 'YYYY-MM-DD'.
 * @param {Date} now
 */
function readingDay(now) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @param {Store} store
 * @param {(part: string) => void} copy
 */
function partsMenu({ t }, copy) {
  const opener = el("summary", { text: "▾", attrs: { "aria-label": t("copy.more"), title: t("copy.more") } });
  const menu = el("details", { cls: "copy-parts" }, opener);
  const choose = (/** @type {string} */ part) => {
    copy(part);
    menu.open = false;
    opener.focus();
  };
  const items = PARTS.map((part) =>
    el("button", {
      cls: "text",
      text: t(`copy.${part}.name`),
      attrs: { type: "button" },
      on: { click: () => choose(part) },
    }),
  );
  menu.append(el("div", { cls: "copy-list" }, ...items));
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (!menu.contains(/** @type {Node | null} */ (relatedTarget))) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    opener.focus();
  });
  return menu;
}

/**
 * Whether a text was put on the clipboard; where no page may, it is selected to be copied by hand.
 * @param {string} text
 * @param {HTMLTextAreaElement} field
 */
async function written(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    field.hidden = true;
    return true;
  } catch {
    field.value = text;
    field.hidden = false;
    field.select();
    field.hidden = document.execCommand("copy");
    return field.hidden;
  }
}
