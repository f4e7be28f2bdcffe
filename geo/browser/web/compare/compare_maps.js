/** Under two maps of one page: says what each of them shows, and holds the legend of each. */

import { changeLegend } from "../changes/change_legend.js";
import { momentsOf } from "../changes/direction.js";
import { inOtherCalendar, inWords } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { viewSentence } from "../layers/sentence.js";
import { isShaded } from "../layers/shaded.js";
import { Legend } from "../panel/legend.js";
import { pageStore } from "../store/page.js";
import { centreOf } from "../viewport/viewport.js";
import { comparedMap } from "./compared_map.js";
import { extentOfDifference } from "./extent.js";

/** @import { AddressView, Extent, MapKey, Mounted, Options, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/** @type {MapKey[]} */
const KEYS = ["a", "b"];

/**
 * Mount it. The view's `comparedMaps` says what each map shows; `report` tells the server what the reader chose.
 * @param {Element} root
 * @param {Options} options
 * @returns {Promise<Mounted>}
 */
export async function mountCompareMaps(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  return new CompareMaps(root, store, options);
}

class CompareMaps {
  #isLed = true; // the maps look where this page let them look, not where the reader moved them

  /**
   * @param {Element} root
   * @param {Store} store
   * @param {Options} options
   */
  constructor(root, store, options) {
    this.store = store;
    this.report = options.report;
    this.maps = el("div", { cls: "compared-maps" });
    this.changes = el("div");
    this.root = el("div", { cls: "panel" }, this.#buttons(), this.changes, this.maps);
    root.append(this.root);
    /** @type {Store["onCommit"]} */
    this.onCommit = (view) => this.report(view);
    store.onCommit = this.onCommit;
    this.update(options);
    store.attach("compared maps", this);
  }

  /** @param {Options} options */
  update({ view, report }) {
    this.report = report;
    const state = this.#stateOf(view);
    const isNew = JSON.stringify(state.comparedMaps) !== JSON.stringify(this.store.state?.comparedMaps);
    this.store.set(state);
    if (isNew && this.#isLed) this.#open(view.at ?? null);
  }

  /**
   * Look where the address says; else at what differs, or at the country where nothing does.
   * @param {string | null} at
   */
  #open(at) {
    const { record, state } = this.store;
    if (at) this.store.set({ viewport: { by: "page", ...centreOf(at), done: true } });
    else this.store.set({ extent: extentOfDifference(record, state) ?? [...MAP_STYLE.bounds] });
  }

  remove() {
    const { store } = this;
    store.detach("compared maps", this);
    if (store.onCommit === this.onCommit) store.onCommit = () => {};
    store.set({ comparedMaps: null, viewport: null });
    this.root.remove();
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    if (!state.comparedMaps) return;
    if (state.viewport?.done && state.viewport.by !== "page") this.#isLed = state.viewport.isLed ?? false;
    if (changed.size === 1 && changed.has("viewport")) return;
    const moments = isShaded(state) ? null : momentsOf(state);
    this.changes.replaceChildren(...(moments ? [changeLegend(this.store, moments) ?? ""] : []));
    this.maps.replaceChildren(...KEYS.map((key) => this.#legendOf(key)));
  }

  /**
   * @param {AddressView} view
   * @returns {Partial<State>}
   */
  #stateOf(view) {
    const { store } = this;
    const { comparedMaps } = view;
    /** @param {MapKey} key */
    const shown = (key) => {
      const { date = "", perspective = "assessed" } = comparedMaps?.[key] ?? {};
      return { day: store.record.dayNumber(date) ?? 0, perspective };
    };
    return {
      ...store.stateOf(view),
      comparedMaps: { a: shown("a"), b: shown("b") },
      viewport: store.state?.comparedMaps ? store.state.viewport : null,
    };
  }

  /** Buttons that move both maps: to what differs, back to the country. */
  #buttons() {
    const { t } = this.store;
    /** @type {(key: string, extent: () => Extent | null) => HTMLElement} */
    const button = (key, extent) =>
      el("button", {
        cls: "text",
        text: t(key),
        attrs: { type: "button" },
        on: { click: () => this.store.set({ extent: extent() ?? [...MAP_STYLE.bounds] }) },
      });
    return el(
      "div",
      { cls: "row choices" },
      button("sides.zoom", () => extentOfDifference(this.store.record, this.store.state)),
      button("view.country", () => [...MAP_STYLE.bounds]),
    );
  }

  /** @param {MapKey} key */
  #legendOf(key) {
    const here = comparedMap(this.store, key);
    const { record, t, state } = here;
    const iso = record.iso(state.day);
    const numbers = record.eventsIn(record.windowStart(state.day, state.window), state.day);
    const head = t("sides.map_of", {
      side: key.toUpperCase(),
      day: inWords(iso),
      solar: inOtherCalendar(iso),
      perspective: t(`perspective.${state.perspective}`),
    });
    const legend = new Legend(here);
    legend.render(numbers);
    const sentence = isShaded(state) ? [el("p", { cls: "sentence", text: viewSentence(here) })] : [];
    return el("section", { attrs: { "aria-label": head } }, el("h2", { text: head }), ...sentence, legend.root);
  }
}
