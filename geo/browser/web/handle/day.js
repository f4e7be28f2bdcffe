/** The day over the map, what is said to hold on it and how sure that is. What is done with it follows (`headline/`). */

import { Paced } from "../copy/paced.js";
import { inOtherCalendar, inWords, plainDate } from "../engine/dates.js";
import { el, setText } from "../engine/elements.js";
import { listed } from "../engine/text.js";
import { isShaded } from "../layers/shaded.js";
import { daySentence } from "../wording/sentence.js";
import { isSilent } from "../wording/speakers.js";

/** @import { Shown, State, Translate } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const LESS_THAN_A_LINE = 6; // pixels that letters may reach over a line without being cut

export class DayLine {
  /** @type {(shown: Shown) => string} what the map shows, in words; first of the one layer that is told without the others */
  sentenceOf = (shown) => (isShaded(shown.state) ? "" : daySentence(shown));

  /**
   * @param {Element} root
   * @param {Store} store
   */
  constructor(root, store) {
    const { t } = store;
    this.store = store;
    this.date = el("span", { cls: "long" });
    this.short = el("span", { cls: "short" });
    this.solar = el("span", { cls: "solar" });
    this.sentence = el("p", { cls: "sentence", attrs: { id: "sentence" } });
    this.sure = el("p", { cls: "sure" });
    this.more = el("button", {
      cls: "text more",
      attrs: { type: "button", "aria-controls": "sentence" },
      on: { click: () => this.#open(!this.root.classList.contains("open")) },
    });
    this.copy = copyPlace(t);
    this.root = el(
      "section",
      { cls: "headline", attrs: { "aria-label": t("headline.label") } },
      el(
        "div",
        { cls: "when", attrs: { "aria-live": "off" } },
        el("span", { cls: "date" }, this.date, this.short),
        this.solar,
      ),
      el("div", { cls: "said" }, this.sentence, this.sure),
      el("div", { cls: "acts" }, this.more, this.copy),
    );
    this.sizes = new ResizeObserver(() => this.#offerMore());
    for (const element of [this.root, this.sentence]) this.sizes.observe(element);
    this.paced = new Paced(store, "the headline", () => this.#render());
    this.#open(false);
    root.append(this.root);
    store.attach("headline", this);
  }

  /**
   * Take over what follows: the words of every layer, and what copies.
   * @param {(shown: Shown) => string} sentenceOf
   * @param {HTMLElement} copy
   */
  take(sentenceOf, copy) {
    this.sentenceOf = sentenceOf;
    this.copy.replaceWith(copy);
    this.copy = copy;
    if (this.store.state) this.paced.now();
  }

  remove() {
    this.paced.cancel();
    this.sizes.disconnect();
    this.store.detach("headline", this);
    this.root.remove();
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    if (changed.has("day")) {
      const iso = this.store.record.iso(state.day);
      this.date.textContent = inWords(iso);
      this.short.textContent = plainDate(iso);
      this.solar.textContent = inOtherCalendar(iso);
    }
    this.paced.draw(changed);
  }

  #render() {
    setText(this.sentence, this.sentenceOf(this.store));
    setText(this.sure, sureWords(this.store));
    this.#offerMore();
  }

  /** More stands where something can't be read while the headline is closed; measured as if the button took no room. */
  #offerMore() {
    const { classList } = this.root;
    const isOpen = classList.contains("open");
    classList.remove("open");
    classList.add("measured");
    this.more.hidden = !isCut(this.sentence, this.sure);
    classList.remove("measured");
    classList.toggle("open", isOpen);
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.root.classList.toggle("open", isOpen);
    this.more.setAttribute("aria-expanded", String(isOpen));
    this.more.textContent = this.store.t(isOpen ? "headline.less" : "headline.more");
  }
}

/**
 * Whether a part of the sentence, or of how sure it is, is not to be seen.
 * @param {HTMLElement} sentence
 * @param {HTMLElement} sure
 */
function isCut(sentence, sure) {
  if (sentence.scrollHeight > sentence.clientHeight + LESS_THAN_A_LINE) return true;
  return sure.textContent !== "" && (!sure.offsetHeight || sure.scrollWidth > sure.clientWidth);
}

/**
 * How sure it is of the districts that are told to be off the ground; empty where none is, or the map shows no control.
 * @param {Shown} shown
 */
export function sureWords({ record, state, t }) {
  if (state.layer && state.layer !== "control") return "";
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const group of record.groups(state.day, state.perspective)) {
    const { certainty } = group.state;
    if (state.perspective === "assessed" || !isSilent(state.perspective, group.state))
      counts.set(certainty, (counts.get(certainty) ?? 0) + group.districts.length);
  }
  const parts = [...counts]
    .sort()
    .map(([grade, count]) => t("headline.sure_part", { count, sure: t(`sure.${grade}`) }));
  return parts.length ? t("headline.sure", { parts: listed(parts) }) : "";
}

/**
 * The buttons of Copy as they will stand: what they do follows.
 * @param {Translate} t
 */
const copyPlace = (t) =>
  el(
    "span",
    { cls: "copy", attrs: { inert: "" } },
    el("button", { cls: "text copy-all", text: t("copy.all.name") }),
    el("details", { cls: "copy-parts" }, el("summary", { text: "▾" })),
  );
