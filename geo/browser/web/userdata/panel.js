/** What the panel says of the data that the reader added: legend, how many in the window, hide, remove, the card. */

import { el, setText } from "../engine/elements.js";
import { ElementCache, reconcile } from "../engine/reconcile.js";
import { inDigits, inTurn } from "../engine/text.js";
import { keyRow } from "../parts/swatches.js";
import { spanWords } from "../parts/tooltip.js";
import { userDataCard } from "./card.js";
import { keyRows } from "./legend.js";

/** @import { UserWindow } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { CountedRow } from "./legend.js" */
/** @import { World } from "../added/points.js" */

const ROWS = 20;

export class UserDataPanel {
  #isSure = false; // whether 'remove' was pressed once
  #carded = "";

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** @type {ElementCache<ReturnType<typeof keyRow>>} */
    this.keyCache = new ElementCache();
    /** @type {ElementCache<HTMLElement>} */
    this.rowCache = new ElementCache();
    const { userData, t } = store;
    this.card = el("div", { cls: "selection" });
    this.count = el("p");
    this.note = el("p", { cls: "quiet small" });
    this.keys = el("ul", { cls: "keys" });
    this.list = el("ol", { cls: "events" });
    this.more = el("p", { cls: "quiet small" });
    this.details = el("details", {}, el("summary", { text: t("user_data.list") }), this.list, this.more);
    this.details.addEventListener("toggle", () => this.render());
    this.hide = button(() => userData.hide(!userData.hidden));
    this.remove = button(() => this.#remove());
    this.remove.addEventListener("blur", () => this.#ask(false));
    this.root = this.#section();
  }

  #section() {
    const { t } = this.store;
    const root = el(
      "section",
      { cls: "user-data", attrs: { "aria-label": t("user_data.title") } },
      el("h2", { text: t("user_data.title") }),
      this.count,
      this.keys,
      el("div", { cls: "actions" }, this.hide, this.remove),
      this.note,
      this.details,
    );
    root.hidden = true;
    return root;
  }

  render() {
    const { userData, state, t } = this.store;
    const { world } = userData;
    this.root.hidden = !world;
    this.store.outstanding.during("a card", this.#card());
    if (!world) return;
    const found = userData.inWindow(state);
    const all = inDigits(world.total);
    setText(
      this.count,
      found ? t("user_data.count", { count: inDigits(found.total), all }) : t("user_data.hidden", { all }),
    );
    if (this.store.moving) return; // what is read line by line waits until the day stands
    setText(this.hide, t(userData.hidden ? "user_data.show" : "user_data.hide"));
    this.#ask(this.#isSure);
    setText(this.note, this.#notes(world));
    this.keyCache.round();
    const rows = found ? keyRows(world, found, state, t) : [];
    reconcile(
      this.keys,
      rows.map((row) => this.#key(row)),
    );
    this.#events(world, found);
  }

  /** @param {World} world */
  #notes({ leftOut, hidden }) {
    const { t } = this.store;
    const outside = leftOut.before + leftOut.after;
    const notes = [
      t("user_data.note"),
      hidden ? t("user_data.filtered", { count: hidden }) : "",
      outside ? t("user_data.left_out", { count: outside }) : "",
    ];
    return inTurn(notes);
  }

  /** @param {CountedRow} row */
  #key({ key, picture, text, number }) {
    const { root, count } = this.keyCache.keep(`${key} ${text}`, () => keyRow(picture(), text));
    setText(count, inDigits(number));
    return root;
  }

  /**
   * The list of single events, when there is one and it is open.
   * @param {World} world
   * @param {UserWindow | null} found
   */
  #events(world, found) {
    const { t } = this.store;
    this.details.hidden = !found || found.many || !found.numbers().length;
    if (!found || this.details.hidden || !this.details.open) return;
    const numbers = found.numbers();
    this.rowCache.round();
    const newest = numbers.slice(-ROWS).reverse();
    reconcile(
      this.list,
      newest.map((i) => this.#row(i, world)),
    );
    this.more.hidden = numbers.length <= ROWS;
    setText(this.more, t("user_data.more", { count: inDigits(numbers.length - ROWS) }));
  }

  /**
   * @param {number} i
   * @param {World} world
   */
  #row(i, { record }) {
    const { userData } = this.store;
    const row = this.rowCache.keep(`${userData.token} ${i}`, () => {
      const choose = () => userData.select(userData.selected === i ? -1 : i);
      const open = el(
        "button",
        { cls: "event", attrs: { type: "button" }, on: { click: choose } },
        el("span", { cls: "where", text: spanWords(record, i) }),
        el("span", { cls: "title", text: record.events.title[i], attrs: { dir: "auto" } }),
      );
      return el("li", {}, open);
    });
    row.firstElementChild?.setAttribute("aria-pressed", String(userData.selected === i));
    return row;
  }

  /** The card of the selected event. */
  async #card() {
    const { userData } = this.store;
    const { world, token, selected, hidden } = userData;
    const wanted = world && !hidden && selected >= 0 ? `${token} ${selected}` : "";
    if (wanted === this.#carded) return;
    this.#carded = wanted;
    const fields = wanted ? (await userData.cards())[selected] : null;
    if (this.#carded !== wanted) return;
    this.card.replaceChildren(...(world && fields ? [userDataCard(this.store, world, selected, fields)] : []));
  }

  #remove() {
    if (!this.#isSure) return this.#ask(true);
    this.#ask(false);
    return this.store.userData.remove();
  }

  /** @param {boolean} isSure */
  #ask(isSure) {
    this.#isSure = isSure;
    setText(this.remove, this.store.t(isSure ? "user_data.remove_sure" : "user_data.remove"));
  }
}

/** @param {() => void} click */
const button = (click) => el("button", { cls: "text", attrs: { type: "button" }, on: { click } });
