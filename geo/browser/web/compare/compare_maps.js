/** Under two maps of one page: says what each of them shows, and holds the legend of each. */

import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { pageStore } from "../engine/page.js";
import { inWords, solarHijri } from "../engine/text.js";
import { isShaded } from "../layers/plan.js";
import { viewSentence } from "../layers/sentence.js";
import { Legend } from "../panel/legend.js";
import { comparedMap } from "./compared_map.js";

/** @import { AddressView, Extent, MapKey, Mounted, Options, State } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

/** @type {MapKey[]} */
const KEYS = ["a", "b"];
const AROUND = 0.35; // degrees around the middle of a district

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
  /**
   * @param {Element} root
   * @param {Store} store
   * @param {Options} options
   */
  constructor(root, store, options) {
    this.store = store;
    this.report = options.report;
    this.maps = el("div", { cls: "compared-maps" });
    this.root = el("div", { cls: "panel" }, this.#buttons(), this.maps);
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
    this.store.set(this.#stateOf(view));
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
    if (!state.comparedMaps || (changed.size === 1 && changed.has("viewport"))) return;
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
        on: { click: () => this.store.set({ extent: extent() ?? this.store.state.extent }) },
      });
    return el(
      "div",
      { cls: "row choices" },
      button("sides.zoom", () => this.#extent()),
      button("view.country", () => [...STYLE.bounds]),
    );
  }

  /**
   * South-west and north-east of the districts that differ; null when none does.
   * @returns {Extent | null}
   */
  #extent() {
    const { record } = this.store;
    const { day, perspective, since, sincePerspective } = comparedMap(this.store, "b").state;
    const changes = record.difference(since ?? day, day, perspective, sincePerspective);
    const places = changes.map(({ district }) => record.districts[district]);
    if (!places.length) return null;
    const [lats, lons] = [places.map(({ lat }) => lat), places.map(({ lon }) => lon)];
    return [
      [Math.min(...lats) - AROUND, Math.min(...lons) - AROUND],
      [Math.max(...lats) + AROUND, Math.max(...lons) + AROUND],
    ];
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
      solar: solarHijri(iso, t),
      perspective: t(`perspective.${state.perspective}`),
    });
    const legend = new Legend(here);
    legend.render(numbers);
    const sentence = isShaded(state) ? [el("p", { cls: "sentence", text: viewSentence(here) })] : [];
    return el("section", { attrs: { "aria-label": head } }, el("h2", { text: head }), ...sentence, legend.root);
  }
}
