/** The timeline under the map: the axis, play, steps, a typed day; and what can be chosen for the map, folded. */

import { inOtherCalendar, inWords } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { dayField } from "../fields/day_field.js";
import { isEmbedded, markEmbedded } from "../parts/embedded.js";
import { pageStore } from "../store/page.js";
import { Axis } from "./axis.js";
import { button } from "./controls.js";
import { helpBox } from "./help.js";
import { keyHandler } from "./keys.js";
import { stepButtons } from "./playback.js";
import { Player } from "./player.js";
import { StatusLine } from "./status_line.js";
import { ViewOptions } from "./view_options.js";

/** @import { Mounted, Options, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * Mount the timeline. `view` is what to show, `epoch` grows when the address was changed from outside; `report` tells
 * the server.
 * @param {Element} root
 * @param {Options} options
 * @returns {Promise<Mounted>}
 */
export async function mountTimeline(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  return new Timeline(root, store, options);
}

class Timeline {
  /** @type {number | null} */
  #epoch = null; // of the address that was taken over last
  #refusedOn = ""; // the day that stayed when another was refused

  /**
   * @param {Element} root
   * @param {Store} store
   * @param {Options} options
   */
  constructor(root, store, options) {
    this.store = store;
    this.t = store.t;
    this.report = options.report;
    this.when = isEmbedded() ? whenLine() : null; // elsewhere the headline tells the day
    this.play = button("▶", this.t("timeline.play"), () => this.player.toggle(), "play");
    const day = el("div", { cls: "typed-day" });
    this.typed = dayField(day, this.store, {
      key: "timeline",
      label: this.t("timeline.typed"),
      choose: (iso) => this.#jumpTo(store.record.dayNumber(iso)),
      refuse: (message) => this.#refuse(message),
    });
    this.refused = el("p", { cls: "refused", attrs: { role: "alert" } });
    this.refused.hidden = true;
    this.slows = el("span", { cls: "slows", text: this.t("timeline.slows") });
    this.axis = new Axis(store);
    this.status = new StatusLine(store);
    this.help = helpBox(store);
    this.player = new Player(store, () => this.#playing());
    this.options = new ViewOptions(store, {
      player: this.player,
      spans: this.axis.spans,
      strips: this.axis.histogram.strips.keys,
      help: this.help,
    });
    this.#offer();
    this.#playing();
    this.root = this.#section();
    markEmbedded(this.root);
    root.append(this.root);
    this.onKey = keyHandler(store);
    this.onHidden = () => document.hidden && this.player.pause();
    document.addEventListener("keydown", this.onKey);
    document.addEventListener("visibilitychange", this.onHidden);
    this.update(options);
    store.attach("timeline", this);
    store.onCommit = (view) => {
      keepViewport(view.at ?? null);
      this.report(view);
    };
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
    this.player.pause();
    this.axis.remove();
    this.options.remove();
    this.status.remove();
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("visibilitychange", this.onHidden);
    this.store.detach("timeline", this);
    this.root.remove();
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    const iso = this.store.record.iso(state.day);
    if (changed.has("day")) {
      this.when?.show(inWords(iso), inOtherCalendar(iso));
      if (iso !== this.#refusedOn) this.refused.hidden = true;
    }
    if (!this.store.moving && this.axis.announce(iso, state.day)) this.typed.set(iso);
    this.options.draw(state, changed);
    this.status.draw(state);
    this.axis.draw(state, changed);
  }

  /** What others may ask of the timeline. */
  #offer() {
    const help = {
      root: this.help.root,
      toggle: (/** @type {boolean | undefined} */ isOpen) => this.options.toggleHelp(isOpen),
    };
    Object.assign(this.store, { player: this.player, help, zoomTime: () => this.axis.zoomOn() });
    this.store.moments = this.axis.histogram.moments;
    this.store.ribbon = this.axis.histogram.ribbon;
  }

  // --- building ---------------------------------------------------------------------------

  #section() {
    const { t, store, options } = this;
    const steps = stepButtons(store);
    const main = el("div", { cls: "steps" }, this.play, ...steps.slice(1, 5));
    const more = el("div", { cls: "steps more-steps" }, steps[0], ...steps.slice(5), this.typed.root);
    options.takeOnNarrow(more, main);
    return el(
      "section",
      { cls: "timeline", attrs: { "aria-label": t("timeline.label") } },
      this.when?.root ?? null,
      this.axis.box,
      this.refused,
      this.status.root,
      el("div", { cls: "row controls" }, main, this.slows, options.root),
    );
  }

  #playing() {
    const { playing, slow } = this.player;
    this.slows.hidden = !(playing && slow);
    this.play.textContent = playing ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", this.t(playing ? "timeline.pause" : "timeline.play"));
  }

  /** @param {string} message */
  #refuse(message) {
    this.#refusedOn = this.store.day ?? "";
    this.refused.textContent = message;
    this.refused.hidden = false;
  }

  /** @param {number | null} day */
  #jumpTo(day) {
    if (day !== null) this.store.jump(day);
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

/**
 * Put where the map looks into the address of a view: the server would add an entry to the history for it.
 * @param {string | null} at
 */
function keepViewport(at) {
  const query = new URLSearchParams(location.search);
  if (!query.has("data") || query.get("at") === at) return;
  if (at) query.set("at", at);
  else query.delete("at");
  history.replaceState(history.state, "", `?${query}${location.hash}`);
}
