/** The timeline under the map: date in words, play, steps, typed date, perspective, window, the axis. */

import { LAYERS, PRESENCE_LEVELS, STYLE, VIEW_PERSPECTIVES, WINDOWS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { pageStore } from "../engine/page.js";
import { inWords, plainDate, solarHijri } from "../engine/text.js";
import { markEmbedded } from "../panel/embedded.js";
import { Axis } from "./axis.js";
import { barsLegend } from "./bars_legend.js";
import { button, choices, dateField, labelled, press } from "./controls.js";
import { helpBox } from "./help.js";
import { keyHandler } from "./keys.js";
import { playOptions, stepButtons } from "./playback.js";
import { Player } from "./player.js";

/** @import { Mounted, Options, State } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

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
    this.date = el("span", { cls: "date" });
    this.solar = el("span", { cls: "solar" });
    this.play = button("▶", this.t("timeline.play"), () => this.player.toggle(), "play");
    this.typed = this.#dateField();
    this.refused = el("p", { cls: "refused", attrs: { role: "alert" } });
    this.refused.hidden = true;
    this.slows = el("span", { cls: "slows", text: this.t("timeline.slows") });
    this.perspectives = this.#stateChoices("perspective", VIEW_PERSPECTIVES);
    this.windows = this.#stateChoices("window", WINDOWS);
    this.layers = this.#stateChoices("layer", LAYERS);
    this.levels = this.#stateChoices("presence", PRESENCE_LEVELS);
    this.axis = new Axis(store);
    this.help = helpBox(this.t);
    this.player = new Player(store, () => this.#playing());
    Object.assign(store, { player: this.player, help: this.help, zoomTime: () => this.axis.zoomOn() });
    store.moments = this.axis.histogram.moments;
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
      this.date.textContent = inWords(iso);
      this.solar.textContent = solarHijri(iso, this.t);
      if (iso !== this.#refusedOn) this.refused.hidden = true;
    }
    if (!this.store.moving && this.axis.announce(iso, state.day)) this.#fillTyped(iso);
    if (changed.has("perspective")) press(this.perspectives, state.perspective);
    if (changed.has("layer")) this.#showLayer(state);
    if (changed.has("presence")) press(this.levels, state.presence);
    if (changed.has("window")) press(this.windows, state.window);
    this.axis.draw(state, changed);
  }

  /**
   * Which layer the map shows; what can be chosen for one layer only is there with that layer only.
   * @param {State} state
   */
  #showLayer({ layer }) {
    press(this.layers, layer);
    if (this.levelBox) this.levelBox.style.display = layer === "presence" ? "" : "none";
    if (this.perspectiveBox) this.perspectiveBox.style.display = layer === "control" ? "" : "none";
  }

  /**
   * The day in the field, unless somebody types there.
   * @param {string} iso
   */
  #fillTyped(iso) {
    const root = /** @type {Document | ShadowRoot} */ (this.typed.getRootNode());
    if (root.activeElement !== this.typed) this.typed.value = iso;
  }

  // --- building ---------------------------------------------------------------------------

  #dateField() {
    const { record } = this.store;
    return dateField({
      firstDay: record.firstDay,
      lastDay: record.iso(record.days - 1),
      day: () => this.store.day ?? "",
      label: this.t("timeline.typed"),
      choose: (iso) => this.#jumpTo(record.dayNumber(iso)),
      refuse: (iso, stays) => this.#refuse(iso, stays),
    });
  }

  #section() {
    const { t, store } = this;
    const help = button("?", t("help.title"), () => this.help.toggle());
    const when = el("div", { cls: "when", attrs: { "aria-live": "off" } }, this.date, this.solar);
    this.perspectiveBox = labelled(t("timeline.perspective"), this.perspectives);
    this.levelBox = labelled(t("timeline.presence"), this.levels);
    const steps = el("div", { cls: "steps" }, this.play, ...stepButtons(store), help, this.slows);
    return el(
      "section",
      { cls: "timeline", attrs: { "aria-label": t("timeline.label") } },
      el("div", { cls: "row" }, when, this.#extents()),
      this.axis.box,
      this.refused,
      el("div", { cls: "row" }, steps, el("div", { cls: "steps" }, this.axis.spans, this.typed)),
      el(
        "div",
        { cls: "row choices" },
        labelled(t("timeline.layer"), this.layers),
        this.levelBox,
        this.perspectiveBox,
        labelled(t("timeline.window"), this.windows),
      ),
      playOptions(t, this.player),
      this.help.root,
      barsLegend(t, this.axis.histogram.strips.keys),
    );
  }

  /** Where the map may be asked to look. */
  #extents() {
    const { t, store } = this;
    const panjshir = () => store.set({ extent: [...STYLE.panjshirBounds] });
    const country = () => {
      store.set({ at: null });
      store.commit();
    };
    return el(
      "div",
      { cls: "views" },
      button(t("view.panjshir"), t("view.panjshir_hint"), panjshir, "text"),
      button(t("view.country"), t("view.country_hint"), country, "text"),
    );
  }

  /**
   * Buttons that set a key of the state.
   * @param {"perspective" | "window" | "layer" | "presence"} key
   * @param {string[]} values
   */
  #stateChoices(key, values) {
    return choices(values, {
      name: (value) => this.t(`${key}.${value}`),
      hint: (value) => this.t(`${key}.${value}.hint`),
      choose: (value) => {
        this.store.set({ [key]: value });
        this.store.commit();
      },
    });
  }

  #playing() {
    const { playing, slow } = this.player;
    this.slows.hidden = !(playing && slow);
    this.play.textContent = playing ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", this.t(playing ? "timeline.pause" : "timeline.play"));
  }

  /**
   * Say which days can be shown; the day from before stays.
   * @param {string} iso
   * @param {string} stays
   */
  #refuse(iso, stays) {
    const { record } = this.store;
    const [day, first, last] = [iso, record.firstDay, record.iso(record.days - 1)].map(plainDate);
    this.#refusedOn = stays;
    this.refused.textContent = this.t("timeline.outside", { day, first, last, stays: plainDate(stays) });
    this.refused.hidden = false;
    this.#jumpTo(record.dayNumber(stays));
  }

  /** @param {number | null} day */
  #jumpTo(day) {
    if (day !== null) this.store.jump(day);
  }
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
