/** What a reader needs first of the timeline: the axis with its handle, play and steps. The rest follows (`timeline/`). */

import { inOtherCalendar, inWords } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { isEmbedded, markEmbedded } from "../parts/embedded.js";
import { Axis } from "./axis.js";
import { button } from "./controls.js";
import { mainSteps, stepButtons } from "./steps.js";

/** @import { Options, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

export class Handle {
  /** @type {number | null} */
  #epoch = null; // of the address that was taken over last
  /** Whether Play was pressed before there was a player. */
  isToPlay = false;

  /**
   * `view` is what to show, `epoch` grows when the address was changed from outside; `report` tells the server.
   * @param {Element} root
   * @param {Store} store
   * @param {Options} options
   */
  constructor(root, store, options) {
    this.store = store;
    this.report = options.report;
    this.when = isEmbedded() ? whenLine() : null; // elsewhere the headline tells the day
    this.play = button("▶", store.t("timeline.play"), () => this.#press(), "play");
    this.axis = new Axis(store);
    this.main = el("div", { cls: "steps" }, this.play, ...stepButtons(store, mainSteps(store)));
    this.row = el("div", { cls: "row controls" }, this.main);
    this.root = el(
      "section",
      { cls: "timeline", attrs: { "aria-label": store.t("timeline.label") } },
      this.when?.root ?? null,
      this.axis.box,
      this.row,
    );
    markEmbedded(this.root);
    root.append(this.root);
    this.update(options);
    store.attach("handle", this);
    store.onCommit = (view) => this.report(view);
  }

  /**
   * Take over the view of the address, unless it is only our own report coming back.
   * @param {Options} options
   */
  update({ view, epoch, report }) {
    this.report = report;
    if (this.#epoch === epoch) return;
    this.#epoch = epoch;
    this.store.set(this.store.stateOf(view));
  }

  remove() {
    this.axis.remove();
    this.store.detach("handle", this);
    this.root.remove();
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    const iso = this.store.record.iso(state.day);
    if (changed.has("day")) this.when?.show(inWords(iso), inOtherCalendar(iso));
    if (!this.store.moving) this.axis.announce(iso, state.day);
    this.axis.draw(state, changed);
  }

  #press() {
    const { player } = this.store;
    if (player) player.toggle();
    else this.isToPlay = !this.isToPlay;
  }
}

/** The day in words, where no headline tells it. */
function whenLine() {
  const [date, solar] = [el("span", { cls: "date" }), el("span", { cls: "solar" })];
  const root = el("div", { cls: "when", attrs: { "aria-live": "off" } }, date, solar);
  const show = (/** @type {string} */ day, /** @type {string} */ inSolar) => {
    date.textContent = day;
    solar.textContent = inSolar;
  };
  return { root, show };
}
