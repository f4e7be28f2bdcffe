/**
 * What stands beside the map, in three panes: the day (what changed, the legend, the events), the place or event that is
 * selected, and the sources of what is on show.
 */

import { viewLink } from "../copy/link.js";
import { Paced } from "../copy/paced.js";
import { showEdges } from "../edges/ribbon_edges.js";
import { el, setText } from "../engine/elements.js";
import { readDays } from "../fields/day_words.js";
import { offerMonths } from "../fields/month_grid.js";
import { viewSentence } from "../layers/sentence.js";
import { definitions } from "../parts/definitions.js";
import { isEmbedded, markEmbedded } from "../parts/embedded.js";
import { ReferencePanel } from "../reference/panel.js";
import { pageStore } from "../store/page.js";
import { PLACE, PlaceTab } from "../tabs/place_tab.js";
import { Sheet } from "../tabs/sheet.js";
import { SourcesPane } from "../tabs/sources.js";
import { Tabs } from "../tabs/tabs.js";
import { UserDataPanel } from "../userdata/panel.js";
import { changeLines } from "../wording/sentence.js";
import { DataTable } from "./data_table.js";
import { EventList } from "./event_list.js";
import { FiltersView } from "./filters_view.js";
import { Legend } from "./legend.js";
import { Selection } from "./selection.js";
import { SincePanel } from "./since_panel.js";

/** @import { DayChange, Mounted, Options, State } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * Mount the panel.
 * @param {Element} root
 * @param {Pick<Options, "assets">} options
 * @returns {Promise<Mounted<unknown>>}
 */
export async function mountPanel(root, options) {
  const store = pageStore(options.assets);
  await store.whole;
  offerMonths();
  readDays();
  showEdges(store);
  return new Panel(root, store);
}

class Panel {
  #shownChanges = "";

  /**
   * @param {Element} root
   * @param {Store} store
   */
  constructor(root, store) {
    this.store = store;
    this.sentence = isEmbedded() ? el("p", { cls: "sentence" }) : null; // no headline
    this.selection = new Selection(store);
    this.changes = el("section");
    this.since = new SincePanel(store);
    this.legend = new Legend(store);
    this.userData = new UserDataPanel(store);
    this.reference = new ReferencePanel(store);
    this.dataTable = new DataTable(store);
    this.filters = new FiltersView(store);
    this.events = new EventList(store, () => this.#render());
    this.sources = new SourcesPane(store);
    this.footer = el("p", { cls: "small" });
    this.address = el("p", { cls: "small printed" });
    this.nothing = el("p", { cls: "quiet nothing", text: store.t("tabs.nothing") });
    this.root = el("div", { cls: "panel" });
    this.sheet = new Sheet(this.root, store.t);
    this.tabs = this.#panes();
    this.placeTab = new PlaceTab(store, this.root, this.tabs, this.sheet);
    this.onPrint = () => setText(this.address, viewLink(store));
    window.addEventListener("beforeprint", this.onPrint);
    markEmbedded(this.root);
    root.append(this.root);
    this.paced = new Paced(store, "the panel", () => this.#render());
    store.attach("panel", this);
  }

  #panes() {
    const { t } = this.store;
    const panes = { day: this.#day(), [PLACE]: this.#place(), sources: this.sources.root };
    const tabs = Object.entries(panes).map(([key, pane]) => ({ key, name: t(`tabs.${key}`), pane }));
    const chosen = new Tabs(t("tabs.label"), tabs, () => {
      this.sheet.raise();
      this.#render();
    });
    const bar = el("div", { cls: "tab-bar" }, chosen.root, this.sheet.button);
    this.root.append(bar, ...(this.sentence ? [this.sentence] : []), ...Object.values(panes));
    return chosen;
  }

  #day() {
    return el(
      "div",
      {},
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
      this.address,
      el("p", { cls: "small printed", text: this.store.t("app.credits") }),
    );
  }

  #place() {
    return el("div", {}, this.nothing, this.userData.card, this.reference.card, this.selection.root);
  }

  update() {}

  remove() {
    this.paced.cancel();
    this.sheet.remove();
    window.removeEventListener("beforeprint", this.onPrint);
    this.store.detach("panel", this);
    this.root.remove();
  }

  /**
   * The panel may lag a few frames behind the map while the handle moves; the last state is always drawn.
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    this.placeTab.follow(state);
    this.paced.draw(changed);
  }

  #render() {
    const { store } = this;
    const { state, record } = store;
    const first = record.windowStart(state.day, state.window);
    const numbers = record.eventsIn(first, state.day);
    if (this.sentence) setText(this.sentence, viewSentence(store));
    this.#renderChanges(record.changesOn(state.day, state.perspective));
    this.legend.render(numbers);
    this.userData.render();
    this.reference.render();
    this.#renderFooter(numbers.length);
    this.nothing.hidden = this.placeTab.isOpen;
    if (store.moving) return; // what is read line by line waits until the day stands
    this.events.render(numbers, first);
    this.since.render();
    this.dataTable.render();
    this.filters.render();
    store.outstanding.during("a card", this.selection.render());
    if (this.tabs.active === "sources") store.outstanding.during("the sources", this.sources.render());
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
