/** What stands beside the map: the day in a sentence, what changed, the legend, events, the selection. */

import { FILTER_KEYS } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { Delayed } from "../engine/outstanding.js";
import { pageStore } from "../engine/page.js";
import { setText } from "../engine/reconcile.js";
import { changeLines } from "../engine/sentence.js";
import { viewSentence } from "../layers/sentence.js";
import { ReferencePanel } from "../reference/panel.js";
import { UserDataPanel } from "../userdata/panel.js";
import { DataTable } from "./data_table.js";
import { definitions } from "./definitions.js";
import { markEmbedded } from "./embedded.js";
import { EventList } from "./event_list.js";
import { FiltersView } from "./filters_view.js";
import { Legend } from "./legend.js";
import { searchBox } from "./search.js";
import { Selection } from "./selection.js";
import { SincePanel } from "./since_panel.js";

/** @import { DayChange, Mounted, Options, State } from "../types.js" */
/** @import { Store } from "../engine/store.js" */

const RENDER_EVERY_MS = 120;
const PASSING_MS = 500; // while days pass by
const AFTER_MAP_MS = 24; // the map is painted first
/** What a reader chooses is shown at once. */
const CHOICES = [
  ...["userData", "reference", "event", "province", "district", "place", "since"],
  ...["perspective", "window", "layer", "presence", "rest"],
  ...FILTER_KEYS,
];

/**
 * Mount the panel.
 * @param {Element} root
 * @param {Pick<Options, "assets">} options
 * @returns {Promise<Mounted<unknown>>}
 */
export async function mountPanel(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  return new Panel(root, store);
}

class Panel {
  #renderedAt = 0;
  #shownChanges = "";

  /**
   * @param {Element} root
   * @param {Store} store
   */
  constructor(root, store) {
    this.store = store;
    this.sentence = el("p", { cls: "sentence", attrs: { "aria-live": "polite" } });
    this.selection = new Selection(store);
    this.changes = el("section");
    this.since = new SincePanel(store);
    this.legend = new Legend(store);
    this.userData = new UserDataPanel(store);
    this.reference = new ReferencePanel(store);
    this.dataTable = new DataTable(store);
    this.filters = new FiltersView(store);
    this.events = new EventList(store, () => this.#render());
    this.footer = el("p", { cls: "small" });
    this.root = this.#section();
    markEmbedded(this.root);
    root.append(this.root);
    this.late = new Delayed(store.outstanding, "the panel", () => this.#render());
    store.attach("panel", this);
  }

  #section() {
    return el(
      "div",
      { cls: "panel" },
      searchBox(this.store),
      this.sentence,
      this.userData.card,
      this.reference.card,
      this.selection.root,
      this.changes,
      this.since.root,
      this.legend.root,
      this.userData.root,
      definitions(this.store.t),
      this.dataTable.root,
      this.filters.root,
      this.reference.root,
      this.events.root,
      this.footer,
    );
  }

  update() {}

  remove() {
    this.late.cancel();
    this.store.detach("panel", this);
    this.root.remove();
  }

  /**
   * The panel may lag a few frames behind the map while the handle moves; the last state is always drawn.
   * @param {State} _state
   * @param {Set<string>} changed
   */
  draw(_state, changed) {
    if (CHOICES.some((key) => changed.has(key))) this.#render();
    else if (!this.late.waits) {
      const pause = this.store.moving ? PASSING_MS : RENDER_EVERY_MS;
      this.late.after(Math.max(AFTER_MAP_MS, pause - (performance.now() - this.#renderedAt)));
    }
  }

  #render() {
    this.late.cancel();
    this.#renderedAt = performance.now();
    const { store } = this;
    const { state, record } = store;
    const first = record.windowStart(state.day, state.window);
    const numbers = record.eventsIn(first, state.day);
    setText(this.sentence, viewSentence(store));
    this.#renderChanges(record.changesOn(state.day, state.perspective));
    this.legend.render(numbers);
    this.userData.render();
    this.reference.render();
    this.#renderFooter(numbers.length);
    if (store.moving) return; // what is read line by line waits until the day stands
    this.events.render(numbers, first);
    this.since.render();
    this.dataTable.render();
    this.filters.render();
    store.outstanding.during("a card", this.selection.render());
  }

  /** @param {number} count of events */
  #renderFooter(count) {
    const { state, record, t } = this.store;
    const perspective = t(`perspective.${state.perspective}`);
    setText(this.footer, t("panel.footer", { perspective, count, version: record.version }));
  }

  /** @param {DayChange[]} changes */
  #renderChanges(changes) {
    const { t } = this.store;
    const real = changes.filter(({ runsOut }) => !runsOut);
    const lines = changeLines(this.store, real);
    const ended = changes.filter(({ runsOut }) => runsOut);
    const endedLines = changeLines(this.store, ended, "panel.ended_line");
    const text = [...lines, "", ...endedLines].join("\n");
    if (text === this.#shownChanges && this.changes.hasChildNodes()) return;
    this.#shownChanges = text;
    this.changes.replaceChildren(
      el("h2", { text: t("panel.changes") }),
      lines.length ? listOf(lines) : el("p", { cls: "quiet", text: t("panel.no_change") }),
      ...(endedLines.length ? [el("h2", { text: t("panel.ended") }), listOf(endedLines)] : []),
    );
  }
}

/** @param {string[]} lines */
const listOf = (lines) => el("ul", {}, ...lines.map((line) => el("li", { text: line })));
