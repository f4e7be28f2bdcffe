/**
 * What can be chosen for the map and the timeline, folded behind one button that tells what is chosen: layer, according to
 * whom, how many days of events; where to look; how much time the axis shows; how it plays; what its signs mean.
 */

import { LAYERS, PRESENCE_LEVELS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE, VIEW_PERSPECTIVES, WINDOWS } from "../engine/map_constants.js";
import { button } from "../handle/controls.js";
import { barsLegend } from "./bars_legend.js";
import { choices, labelled, press } from "./choices.js";
import { playOptions } from "./playback.js";

/** @import { State } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Player } from "./player.js" */

/**
 * What of the timeline is folded in too.
 * @typedef {object} Folded
 * @property {Player} player
 * @property {HTMLElement} spans how much time the axis shows
 * @property {HTMLElement} strips the keys of the strips over the bars
 * @property {{root: HTMLElement, toggle(isOpen?: boolean): void}} help the list of keys
 */

export class ViewOptions {
  /**
   * @param {Store} store
   * @param {Folded} folded
   */
  constructor(store, folded) {
    const { t } = store;
    this.store = store;
    this.help = folded.help;
    this.perspectives = this.#stateChoices("perspective", VIEW_PERSPECTIVES);
    this.windows = this.#stateChoices("window", WINDOWS);
    this.layers = this.#stateChoices("layer", LAYERS);
    this.levels = this.#stateChoices("presence", PRESENCE_LEVELS);
    this.perspectiveBox = labelled(t("timeline.perspective"), this.perspectives);
    this.levelBox = labelled(t("timeline.presence"), this.levels);
    this.shown = el("span", { cls: "long" });
    this.opener = el(
      "button",
      {
        cls: "text opener",
        attrs: { type: "button", "aria-expanded": "false", "aria-controls": "view-options" },
        on: { click: () => this.toggle() },
      },
      this.shown,
      el("span", { cls: "short", text: t("timeline.choices_short") }),
    );
    this.box = this.#box(folded);
    this.root = el("div", { cls: "view-options" }, this.box, this.opener);
    this.onDown = (/** @type {Event} */ event) => event.composedPath().includes(this.root) || this.toggle(false);
    this.onBlur = () => this.toggle(false); // a press on the map
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#escape(event);
    document.addEventListener("pointerdown", this.onDown);
    window.addEventListener("blur", this.onBlur);
    document.addEventListener("keydown", this.onKey, true);
    this.narrow = matchMedia(MAP_STYLE.narrowPage);
    this.place = () => {};
  }

  remove() {
    document.removeEventListener("pointerdown", this.onDown);
    window.removeEventListener("blur", this.onBlur);
    document.removeEventListener("keydown", this.onKey, true);
    this.narrow.removeEventListener("change", this.place);
  }

  /** @param {boolean} isOpen */
  toggle(isOpen = Boolean(this.box.hidden)) {
    this.box.hidden = !isOpen;
    if (!isOpen) this.help.toggle(false);
    this.opener.setAttribute("aria-expanded", String(isOpen));
  }

  /** @param {boolean} isOpen */
  toggleHelp(isOpen = Boolean(this.help.root.hidden)) {
    this.help.toggle(isOpen);
    if (!isOpen) return;
    this.toggle(true);
    this.help.root.scrollIntoView({ block: "nearest" });
  }

  /**
   * Controls that have no room in the row of narrow windows are folded in there.
   * @param {HTMLElement} controls
   * @param {HTMLElement} row
   */
  takeOnNarrow(controls, row) {
    this.place = () => (this.narrow.matches ? this.box.prepend(controls) : row.append(controls));
    this.place();
    this.narrow.addEventListener("change", this.place);
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    if (changed.has("perspective")) press(this.perspectives, state.perspective);
    if (changed.has("layer")) this.#showLayer(state);
    if (changed.has("presence")) press(this.levels, state.presence);
    if (changed.has("window")) press(this.windows, state.window);
    if (["perspective", "layer", "window"].some((key) => changed.has(key))) this.#name(state);
  }

  /** @param {State} state */
  #name({ layer, perspective, window }) {
    const { t } = this.store;
    const values = {
      layer: t(`layer.${layer}`),
      perspective: t(`perspective.${perspective}`),
      window: t(`window.${window}`),
    };
    this.shown.textContent = t(layer === "control" ? "timeline.shown" : "timeline.shown_layer", values);
    this.opener.setAttribute("aria-label", t("timeline.choose", { shown: this.shown.textContent }));
  }

  /**
   * Which layer the map shows; what can be chosen for one layer only is there with that layer only.
   * @param {State} state
   */
  #showLayer({ layer }) {
    press(this.layers, layer);
    this.levelBox.style.display = layer === "presence" ? "" : "none";
    this.perspectiveBox.style.display = layer === "control" ? "" : "none";
  }

  /** @param {Folded} folded */
  #box({ player, spans, strips }) {
    const { t } = this.store;
    const keys = button(t("help.title"), t("help.title"), () => this.toggleHelp(), "text");
    const box = el(
      "div",
      { cls: "options-box", attrs: { id: "view-options", role: "group", "aria-label": t("timeline.choices") } },
      labelled(t("timeline.layer"), this.layers),
      this.levelBox,
      this.perspectiveBox,
      labelled(t("timeline.window"), this.windows),
      labelled(t("timeline.look"), this.#extents()),
      labelled(t("timeline.span"), spans),
      playOptions(t, player),
      barsLegend(t, strips),
      el("p", {}, keys),
      this.help.root,
    );
    box.hidden = true;
    return box;
  }

  /** Where the map may be asked to look. */
  #extents() {
    const { store } = this;
    const { t } = store;
    const panjshir = () => store.set({ extent: [...MAP_STYLE.panjshirBounds] });
    const country = () => {
      store.set({ at: null });
      store.commit();
    };
    return el(
      "div",
      { cls: "views", attrs: { role: "group" } },
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
      name: (value) => this.store.t(`${key}.${value}`),
      hint: (value) => this.store.t(`${key}.${value}.hint`),
      choose: (value) => {
        this.store.set({ [key]: value });
        this.store.commit();
      },
    });
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== "Escape" || this.box.hidden) return;
    event.stopPropagation();
    event.preventDefault();
    this.toggle(false);
    this.opener.focus();
  }
}
