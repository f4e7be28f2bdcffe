/** UCDP's rows under the list of events: a switch, and the rows when it is on; their file comes with the first of it. */

import { withEvents } from "../added/points.js";
import { fetchJson } from "../engine/fetch_json.js";
import { rowsBlocks } from "../reference/list.js";
import { daysOfList } from "./asked.js";

/** @import { ReferencePayload } from "../types.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Asked, Branches } from "./asked.js" */

/** What an address says that shows them. */
const SHOWN = "reference=ucdp";

export class ReferenceList {
  /** @type {ReferencePayload | null} */
  #payload = null;
  /** @type {Record | null} */
  #rows = null;

  /**
   * @param {Store} store
   * @param {Branches} branches
   * @param {() => void} change called when the reader switches them on or off
   */
  constructor(store, branches, change) {
    this.store = store;
    this.branches = branches;
    this.root = document.getElementById("ucdp"); // none where the edition has no rows
    this.box = /** @type {HTMLInputElement | null} */ (this.root?.querySelector("input") ?? null);
    this.box?.addEventListener("change", change);
    if (this.root) this.root.hidden = false;
    this.read();
  }

  /** Take over what the address says. */
  read() {
    if (this.box) this.box.checked = new URLSearchParams(location.search).get("reference") === "ucdp";
  }

  /** What the address says of them. */
  get query() {
    return this.box?.checked ? SHOWN : "";
  }

  /** @param {Asked} asked */
  async show(asked) {
    const body = /** @type {HTMLElement | null} */ (this.root?.querySelector(".rows"));
    if (!body || !this.box) return;
    body.hidden = !this.box.checked;
    if (body.hidden) return;
    const { store } = this;
    const address = /** @type {NonNullable<typeof store.assets.reference>} */ (store.assets.reference);
    this.#payload ??= /** @type {ReferencePayload} */ (await fetchJson(address));
    this.#rows ??= withEvents(store.record, this.#payload.columns);
    const [first, last] = daysOfList(asked, store.record).map((day) => store.record.dayNumber(day) ?? 0);
    const { q, filters, branch, order } = asked;
    const actors = branch ? new Set(this.branches[branch]) : null;
    const meant = { q, filters, actors, span: /** @type {[number, number]} */ ([first, last]) };
    const blocks = rowsBlocks(store, this.#rows, this.#payload, { ...meant, isNewestFirst: order === "newest" });
    body.querySelector(".found")?.replaceChildren(...blocks);
  }
}
