/** What a map of activity or presence shows, in its corner: so that the map alone answers what its numbers are. */

import { translucent } from "../drawing/translucent.js";
import { STYLE } from "../engine/constants.js";
import { plainDate } from "../engine/dates.js";
import { el } from "../engine/elements.js";
import { LAYER_STYLE, MAP_STYLE } from "../engine/map_constants.js";
import { dotted, listed } from "../engine/text.js";
import { activityOn } from "./activity.js";
import { stepFill } from "./fills.js";
import { presenceOn } from "./presence.js";
import { otherFilters, stepWords, typeWords } from "./words.js";

/** @import { LeafletMap, MapStore } from "../types.js" */

const BOX = {
  position: "absolute",
  zIndex: "800",
  borderRadius: "4px",
  background: translucent(STYLE.halo, 0.88),
  color: STYLE.ink,
  font: '12px/1.35 "Replay Arabic", system-ui, "Segoe UI", sans-serif',
  pointerEvents: "none",
};

/** A map as wide as this has room for a line more. */
const ROOMY_PX = 760;
/** Over the ground beyond the border: in the corner of a wide map; small, above the country, on a narrow one. */
const WIDE = {
  insetInlineEnd: "8px",
  insetInlineStart: "auto",
  insetBlockEnd: "22px",
  insetBlockStart: "auto",
  maxInlineSize: "330px",
  padding: "5px 8px",
  fontSize: "12px",
  lineHeight: "1.35",
};
const NARROW = {
  insetInlineEnd: "4px",
  insetInlineStart: "48px",
  insetBlockEnd: "auto",
  insetBlockStart: "4px",
  maxInlineSize: "none",
  padding: "2px 5px",
  fontSize: "11px",
  lineHeight: "1.25",
};

export class Caption {
  #shown = "";

  /** @param {LeafletMap} map */
  constructor(map) {
    this.map = map;
    this.root = el("div", { cls: "layer-caption", attrs: { role: "note" } });
    Object.assign(this.root.style, BOX);
    this.root.hidden = true;
    map.getContainer().append(this.root);
  }

  /**
   * Say what is on show; null on the map of control.
   * @param {MapStore | null} shown
   */
  show(shown) {
    const { x: width } = this.map.getSize();
    const isNarrow = width < MAP_STYLE.lens.narrowPx;
    const lines = shown ? linesOf(shown, isNarrow, width >= ROOMY_PX) : [];
    const text = [isNarrow, ...lines].join("\n");
    if (text === this.#shown) return;
    Object.assign(this.root.style, isNarrow ? NARROW : WIDE);
    this.#shown = text;
    this.root.hidden = !lines.length;
    this.root.style.display = lines.length ? "block" : "none";
    this.root.replaceChildren(
      ...lines.map((line, at) => el("div", { text: line, attrs: at ? {} : { style: "font-weight:600" } })),
      ...(shown ? [rampOf(shown)] : []),
    );
  }
}

/**
 * @param {MapStore} shown
 * @param {boolean} isNarrow
 * @param {boolean} hasRoom for what the legend says as well
 * @returns {string[]}
 */
function linesOf(shown, isNarrow, hasRoom) {
  const { record, state, t } = shown;
  if (state.layer === "presence") {
    const actors = listed(presenceOn(shown).actors.map((actor) => record.actorName(actor)));
    const lines = [
      t("layers.caption.presence", { actors }),
      dotted([plainDate(record.iso(state.day)), t(`layers.level.${state.presence}`)]),
    ];
    return isNarrow ? lines : [...lines, t("layers.caption.signs")];
  }
  const activity = activityOn(shown);
  const days = activity.last - activity.first + 1;
  const span = t("layers.span", {
    first: plainDate(record.iso(activity.first)),
    last: plainDate(record.iso(activity.last)),
  });
  const head = dotted([typeWords(shown), otherFilters(shown)]);
  const counts = listed([
    t("layers.caption.activity", { count: activity.count }),
    activity.nowhere && t("layers.caption.nowhere", { count: activity.nowhere }),
  ]);
  if (isNarrow) return [head, t("words.labelled", { label: span, told: counts })];
  const lines = [head, span, counts];
  return activity.before && hasRoom ? [...lines, t("layers.caption.change", { days })] : lines;
}

/**
 * The steps in their colours, with their words.
 * @param {MapStore} shown
 */
function rampOf({ state, t }) {
  const layer = state.layer === "presence" ? "presence" : "activity";
  const steps = stepWords(t, LAYER_STYLE[layer].steps, "short");
  const keys = steps.map((text, step) => {
    const { colour } = stepFill(layer, step, "district");
    const colourBox = el("span", { attrs: { "aria-hidden": "true" } });
    Object.assign(colourBox.style, {
      display: "inline-block",
      inlineSize: "12px",
      blockSize: "10px",
      marginInlineEnd: "3px",
      border: `1px solid ${translucent(MAP_STYLE.black, 0.45)}`,
      background: colour,
    });
    const key = el("span", {}, colourBox, el("span", { text }));
    Object.assign(key.style, { marginInlineEnd: "8px", whiteSpace: "nowrap", display: "inline-block" });
    return key;
  });
  return el("div", {}, ...keys);
}
