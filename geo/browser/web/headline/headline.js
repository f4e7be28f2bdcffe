/** The headline over the map: the day, what is said to hold on it, how sure that is, and Copy. */

import { copyButton, ofDay } from "../copy/copy.js";
import { Paced } from "../copy/paced.js";
import { inOtherCalendar, inWords, plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { setText } from "../engine/reconcile.js";
import { listed } from "../engine/text.js";
import { viewSentence } from "../layers/sentence.js";
import { pageStore } from "../store/page.js";
import { isSilent } from "../wording/speakers.js";
import { welcomeLine } from "./welcome.js";

/** @import { Mounted, Options, Shown, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

const LESS_THAN_A_LINE = 6; // pixels that letters may reach over a line without being cut

/**
 * Mount the headline.
 * @param {Element} root
 * @param {Pick<Options, "assets"> & {isOpening?: boolean}} options `isOpening`: nobody asked for the day on show
 * @returns {Promise<Mounted<{isOpening?: boolean}>>}
 */
export async function mountHeadline(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  return new Headline(root, store, Boolean(options.isOpening));
}

class Headline {
  /**
   * @param {Element} root
   * @param {Store} store
   * @param {boolean} isOpening
   */
  constructor(root, store, isOpening) {
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
      el("div", { cls: "acts" }, this.more, copyButton(store, ofDay(store))),
    );
    this.sizes = new ResizeObserver(() => this.#offerMore());
    for (const element of [this.root, this.sentence]) this.sizes.observe(element);
    this.paced = new Paced(store, "the headline", () => this.#render());
    this.welcome = welcomeLine(store);
    this.welcome.hidden = !isOpening;
    this.#open(false);
    root.append(this.welcome, this.root);
    store.attach("headline", this);
  }

  /** @param {{isOpening?: boolean}} options */
  update({ isOpening }) {
    if (!isOpening) this.welcome.hidden = true;
  }

  remove() {
    this.paced.cancel();
    this.sizes.disconnect();
    this.store.detach("headline", this);
    this.welcome.remove();
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
    setText(this.sentence, viewSentence(this.store));
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
    if (certainty && (state.perspective === "assessed" || !isSilent(state.perspective, group.state)))
      counts.set(certainty, (counts.get(certainty) ?? 0) + group.districts.length);
  }
  const parts = [...counts]
    .sort()
    .map(([grade, count]) => t("headline.sure_part", { count, sure: t(`sure.${grade}`) }));
  return parts.length ? t("headline.sure", { parts: listed(parts) }) : "";
}
