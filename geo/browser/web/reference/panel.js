/** What the panel says of UCDP's rows: a switch, how many lie in the window, what their number can tell, their signs, credit. */

import { STYLE } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { ElementCache, reconcile, setText } from "../engine/reconcile.js";
import { dash, dashedFrame, keyRow, swatch } from "../panel/swatches.js";
import { referenceCard } from "./card.js";
import { referenceStyle } from "./style.js";

/** @import { Store } from "../engine/store.js" */

/** @typedef {"point" | "district_precision" | "province_precision" | "not_drawn"} Kind */

/** @type {Kind[]} */
const KINDS = ["point", "district_precision", "province_precision", "not_drawn"];
/** @type {{[precision: number]: Kind}} */
const KIND_OF = { 1: "point", 2: "point", 3: "district_precision", 4: "province_precision" };

export class ReferencePanel {
  #carded = -1;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** @type {ElementCache<ReturnType<typeof keyRow>>} */
    this.cache = new ElementCache();
    const { t } = store;
    this.card = el("div", { cls: "selection" });
    const toggle = () => {
      store.set({ reference: this.box.checked ? "ucdp" : null });
      store.commit();
    };
    this.box = el("input", { attrs: { type: "checkbox" }, on: { change: toggle } });
    this.count = el("p");
    this.covered = el("p", { cls: "quiet small" });
    this.keys = el("ul", { cls: "keys" });
    this.cite = el("p", { cls: "quiet small", attrs: { translate: "no" } });
    this.body = el("div", {}, this.count, this.covered, this.keys, this.cite);
    const label = el("label", { cls: "switch" }, this.box, el("span", { text: t("reference.show") }));
    this.root = el("section", { cls: "reference", attrs: { "aria-label": t("reference.title") } }, label, this.body);
    this.root.hidden = !store.assets.reference;
  }

  render() {
    const { state, t, reference } = this.store;
    this.box.checked = Boolean(state.reference);
    const numbers = reference.inWindow(state);
    this.body.hidden = !numbers;
    this.#card(Boolean(numbers));
    if (!numbers || !reference.payload) return;
    const { columns, outside, cites } = reference.payload;
    setText(this.count, t("reference.count", { count: numbers.length, all: columns.id.length + outside }));
    const outsideWords = outside ? t("reference.outside", { count: outside }) : "";
    setText(this.covered, [t(`reference.covered_${reference.covered(state)}`), outsideWords].filter(Boolean).join(" "));
    setText(this.cite, t("reference.cite", { cites: cites.join(" · ") }));
    this.#renderKeys(numbers);
  }

  /** @param {number[]} numbers */
  #renderKeys(numbers) {
    const { reference, t } = this.store;
    const tally = kindsOf(reference.record?.events.where ?? [], reference.record?.events.drawn ?? [], numbers);
    this.cache.round();
    const rows = KINDS.filter((kind) => tally[kind]).map((kind) => {
      const { root, count } = this.cache.keep(kind, () => keyRow(pictureOf(kind), t(`reference.key.${kind}`)));
      setText(count, String(tally[kind]));
      return root;
    });
    reconcile(this.keys, rows);
  }

  /** @param {boolean} isShown */
  #card(isShown) {
    const { selected } = this.store.reference;
    const wanted = isShown ? selected : -1;
    if (wanted === this.#carded) return;
    this.#carded = wanted;
    this.card.replaceChildren(...(wanted < 0 ? [] : [referenceCard(this.store, wanted) ?? ""]));
  }
}

/**
 * How many of these rows are drawn as what.
 * @param {ArrayLike<number>} where
 * @param {ArrayLike<number | boolean>} drawn
 * @param {number[]} numbers
 */
export function kindsOf(where, drawn, numbers) {
  const tally = { point: 0, district_precision: 0, province_precision: 0, not_drawn: 0 };
  for (const i of numbers) tally[drawn[i] ? (KIND_OF[where[i]] ?? "not_drawn") : "not_drawn"] += 1;
  return tally;
}

/** @param {Kind} kind */
function pictureOf(kind) {
  const drawn = referenceStyle();
  if (kind === "not_drawn") return dash();
  if (kind === "province_precision") return swatch((ctx, ratio) => dashedFrame(ctx, ratio, STYLE.referenceColour));
  return swatch((ctx, ratio) => {
    const [x, y] = [ctx.canvas.width / 2, ctx.canvas.height / 2];
    if (kind === "district_precision") return drawn.area(ctx, x, y, 9 * ratio, []);
    const image = drawn.symbol(0, [0], ratio, 5.5);
    return ctx.drawImage(image, x - image.width / 2, y - image.height / 2);
  });
}
