/** Two days or views side by side in the reader's edition: live maps in place of pictures, and what differs between any two. */

import { mountCompareMaps } from "../compare/compare_maps.js";
import { queryText } from "../copy/link.js";
import { VIEW_DEFAULTS } from "../engine/constants.js";
import { WINDOWS } from "../engine/map_constants.js";
import { dayField } from "../fields/day_field.js";
import { readDays } from "../fields/day_words.js";
import { offerMonths } from "../fields/month_grid.js";
import { mountMap } from "../map/frame.js";
import { leafletMap } from "../standalone/leaflet_map.js";
import { byId, inlined } from "../standalone/page_parts.js";
import { viewOf } from "../standalone/view_of.js";
import { pageStore } from "../store/page.js";
import { differenceBlocks, differenceSentence } from "./difference.js";
import { assetsOf } from "./fetched.js";
import { mapFiles } from "./map_files.js";
import { queryOfSides, sidesOf } from "./sides.js";

/** @import { MapKey } from "../types.js" */
/** @import { Page } from "../standalone/page_parts.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Files } from "./fetched.js" */
/** @import { Sides } from "./sides.js" */

/** @typedef {Page & {assets: Files, root: string, sides: {[key: string]: string}}} ComparePage */

/** @type {MapKey[]} */
const KEYS = ["a", "b"];

class ComparePair {
  /**
   * @param {Store} store
   * @param {ComparePage} page
   */
  constructor(store, page) {
    this.store = store;
    this.page = page;
    this.form = /** @type {HTMLFormElement} */ (byId("asked"));
    this.said = byId("said");
    this.found = byId("found");
    this.first = [...this.found.childNodes]; // the tables of the usual two days, as they came
    this.view = this.#viewOfAddress();
    this.sides = this.#sidesOfAddress();
    this.days = { a: this.#dayField("a"), b: this.#dayField("b") };
    addEventListener("popstate", () => {
      this.view = this.#viewOfAddress();
      this.sides = this.#sidesOfAddress();
      this.#show();
    });
  }

  #viewOfAddress() {
    return viewOf(new URLSearchParams(location.search), this.store.record.raw, this.page);
  }

  #sidesOfAddress() {
    return sidesOf(new URLSearchParams(location.search), this.view, this.store.record);
  }

  async start() {
    for (const figure of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure[data-side]"))) {
      figure.querySelector(".live")?.removeAttribute("hidden");
      figure.querySelector("img")?.remove();
      figure.querySelector("figcaption")?.remove(); // the legends below name both
    }
    this.#mountForm();
    this.maps = await mountCompareMaps(byId("legends"), this.#options());
    await Promise.all(
      KEYS.map((key) => mountMap(leafletMap(this.page, `map_${key}`), { ...this.page.assets, comparedMap: key })),
    );
    await this.#tell();
  }

  #options() {
    const { sides, view, page } = this;
    const comparedMaps = { a: sides.a, b: sides.b };
    return { assets: page.assets, view: { ...view, comparedMaps }, epoch: 0, report: () => {} };
  }

  #mountForm() {
    offerMonths();
    readDays();
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#chosen(target.name, target.value);
    });
    const swap = this.form.querySelector("button[name=swap]");
    swap?.addEventListener("click", () => this.#ask({ a: this.sides.b, b: this.sides.a }));
    this.#fill();
  }

  /** @param {MapKey} key */
  #dayField(key) {
    const place = /** @type {HTMLElement} */ (this.form.querySelector(`[data-day=${key}]`));
    const choose = (/** @type {string} */ iso) => this.#ask({ [key]: { ...this.sides[key], date: iso } });
    return dayField(place, this.store, { key, label: this.store.t(`sides.day.${key}`), choose });
  }

  /** Let the form say what is on show. */
  #fill() {
    for (const key of KEYS) {
      this.days[key].set(this.sides[key].date);
      this.#field(`p${key}`).value = this.sides[key].perspective;
    }
    this.#field("window").value = this.view.window ?? VIEW_DEFAULTS.window;
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLSelectElement} */ (this.form.elements.namedItem(name));
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #chosen(name, value) {
    if (name === "window" && WINDOWS.includes(value)) {
      this.view = { ...this.view, window: value };
      return this.#ask({});
    }
    const key = name === "pa" ? "a" : "b";
    this.#ask({ [key]: { ...this.sides[key], perspective: value } });
  }

  /** @param {Partial<Sides>} change */
  #ask(change) {
    this.sides = { ...this.sides, ...change };
    const view = queryText({ ...this.view }, this.store.record.version);
    history.pushState(null, "", `?${queryOfSides(this.sides)}&${view}`);
    this.#show();
  }

  #show() {
    this.#fill();
    this.maps?.update(this.#options());
    this.#tell();
  }

  /** What differs: the tables that came with the page where they are of these two, else made here. */
  async #tell() {
    const { sides, store, page } = this;
    this.said.textContent = differenceSentence(store, sides);
    const isUsual = queryOfSides(sides) === String(new URLSearchParams(page.sides));
    if (isUsual) return this.found.replaceChildren(...this.first);
    await store.whole;
    if (sides === this.sides) this.found.replaceChildren(...differenceBlocks(store, sides));
  }
}

async function start() {
  /** @type {ComparePage} */
  const page = inlined("page");
  page.assets = assetsOf(page);
  const there = mapFiles(page.assets);
  const store = pageStore(page.assets);
  await Promise.all([store.loaded, there]);
  await new ComparePair(store, page).start();
}

start();
