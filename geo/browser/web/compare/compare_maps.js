/** Under two maps of one page: says what each of them shows, and holds the legend of each. */

import { STYLE } from "../engine/constants.js";
import { pageReplay } from "../engine/store.js";
import { el, inWords, solarHijri } from "../engine/text.js";
import { Legend } from "../panel/legend.js";
import { oneSide } from "./compared_map.js";

const SIDES = ["a", "b"];
const AROUND = 0.35; // degrees around the middle of a district

/**
 * Mount it. @param root where; @param options {assets, view, report(view)}: `view` is a view of the address with
 * `sides: {a: {date, perspective}, b: …}`; `report` tells the server what the reader chose on a map.
 * @returns {{update(options), remove()}}
 */
export async function mountSides(root, options) {
  const replay = pageReplay(options.assets);
  await replay.loaded;
  return new Sides(root, replay, options);
}

class Sides {
  constructor(root, replay, options) {
    this.replay = replay;
    this.maps = el("div", { cls: "sides" });
    this.root = el("div", { cls: "panel" }, this.#ways(), this.maps);
    root.append(this.root);
    this.onCommit = (view) => this.report(view);
    replay.onCommit = this.onCommit;
    this.update(options);
    replay.attach("sides", this);
  }

  update({ view, report }) {
    this.report = report;
    const day = (date) => this.replay.record.dayNumber(date) ?? 0;
    const { date, since, sides, ...rest } = view;
    const days = Object.fromEntries(
      SIDES.map((side) => [side, { day: day(sides[side].date), perspective: sides[side].perspective }]),
    );
    this.replay.set({
      ...rest,
      day: day(date),
      since: since ? day(since) : null,
      sides: days,
      sight: this.replay.state?.sides ? this.replay.state.sight : null,
    });
  }

  remove() {
    this.replay.detach("sides", this);
    if (this.replay.onCommit === this.onCommit) this.replay.onCommit = () => {};
    this.replay.set({ sides: null, sight: null });
    this.root.remove();
  }

  draw(state, changed) {
    if (!state.sides || (changed.size === 1 && changed.has("sight"))) return;
    this.maps.replaceChildren(...SIDES.map((side) => this.#side(side)));
  }

  /** Buttons that move both maps: to what differs, back to the country. */
  #ways() {
    const button = (key, extent) =>
      el("button", {
        cls: "text",
        text: this.replay.t(key),
        attrs: { type: "button" },
        on: { click: () => this.replay.set({ extent: extent() ?? this.replay.state.extent }) },
      });
    return el(
      "div",
      { cls: "row choices" },
      button("sides.zoom", () => this.#extent()),
      button("view.country", () => [...STYLE.bounds]),
    );
  }

  /** South-west and north-east of the districts that differ; null when none does. */
  #extent() {
    const { record } = this.replay;
    const { day, perspective, since, sincePerspective } = oneSide(this.replay, "b").state;
    const places = record
      .difference(since, day, perspective, sincePerspective)
      .map(({ district }) => record.districts[district]);
    if (!places.length) return null;
    const edge = (key, most) => most(...places.map((place) => place[key])) + (most === Math.max ? AROUND : -AROUND);
    return [
      [edge("lat", Math.min), edge("lon", Math.min)],
      [edge("lat", Math.max), edge("lon", Math.max)],
    ];
  }

  #side(side) {
    const here = oneSide(this.replay, side);
    const { record, t, state } = here;
    const iso = record.iso(state.day);
    const numbers = record.eventsIn(record.windowStart(state.day, state.window), state.day);
    const head = t("sides.map_of", {
      side: side.toUpperCase(),
      day: inWords(iso),
      solar: solarHijri(iso, t),
      perspective: t(`perspective.${state.perspective}`),
    });
    const legend = new Legend(here);
    legend.render(numbers);
    return el("section", { attrs: { "aria-label": head } }, el("h2", { text: head }), legend.root);
  }
}
