/** What the panel says of UCDP's rows: a switch, how many lie in the window, what their number can tell, their signs, credit. */

import { el, setText } from "../engine/elements.js";
import { ElementCache, reconcile } from "../engine/reconcile.js";
import { dotted, inTurn } from "../engine/text.js";
import { kindsOf, PRECISION_KINDS } from "../parts/precision_kinds.js";
import { keyRow, precisionPictures } from "../parts/swatches.js";
import { referenceCard } from "./card.js";
import { referenceStyle } from "./style.js";

/** @import { Store } from "../store/store.js" */

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
    setText(this.covered, inTurn([t(`reference.covered_${reference.covered(state)}`), outsideWords]));
    setText(this.cite, t("reference.cite", { cites: dotted(cites) }));
    this.#renderKeys(numbers);
  }

  /** @param {number[]} numbers */
  #renderKeys(numbers) {
    const { reference, t } = this.store;
    const tally = kindsOf(reference.record?.events.where ?? [], reference.record?.events.drawn ?? [], numbers);
    const pictures = precisionPictures(referenceStyle());
    this.cache.round();
    const rows = PRECISION_KINDS.filter((kind) => tally[kind]).map((kind) => {
      const { root, count } = this.cache.keep(kind, () => keyRow(pictures[kind](), t(`reference.key.${kind}`)));
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
