/** What stands beside the map: the day in a sentence, what changed, the legend, events, the selection. */

import { FILTER_KEYS } from "../engine/constants.js";
import { Delayed } from "../engine/outstanding.js";
import { arrange, Kept, say } from "../engine/reconcile.js";
import { changeLines, daySentence } from "../engine/sentence.js";
import { NOTHING, pageReplay } from "../engine/store.js";
import { el, shortDate } from "../engine/text.js";
import { spanWords } from "../map/tooltip.js";
import { OwnPanel } from "../userdata/panel.js";
import { eventCard, placeCard, provinceCard } from "./cards.js";
import { Twin } from "./data_table.js";
import { definitions } from "./definitions.js";
import { FiltersView } from "./filters_view.js";
import { Legend } from "./legend.js";
import { searchBox } from "./search.js";
import { Compare } from "./since_panel.js";

const RENDER_EVERY_MS = 120;
const PASSING_MS = 500; // while days pass by
const AFTER_MAP_MS = 24; // the map is painted first
const SORTED_ROWS = 5000; // of very many events the list holds the newest
const CHOICES = ["own", "event", "province", "district", "place", "since", "perspective", "window"];
const FIRST_ROWS = 30;
const MORE_ROWS = 100;
const NARROW_PX = 1000; // below this the panel stands under the map: what was chosen is scrolled to

/** Mount the panel. @param options {assets} @returns {{update(), remove()}} */
export async function mountPanel(root, options) {
  const replay = pageReplay(options.assets);
  await replay.loaded;
  return new Panel(root, replay);
}

class Panel {
  constructor(root, replay) {
    this.replay = replay;
    this.rows = FIRST_ROWS;
    this.sentence = el("p", { cls: "sentence", attrs: { "aria-live": "polite" } });
    this.filters = new FiltersView(replay);
    this.compare = new Compare(replay);
    this.twin = new Twin(replay);
    this.selection = el("div", { cls: "selection" });
    this.changes = el("section");
    this.legend = new Legend(replay);
    this.own = new OwnPanel(replay);
    this.kept = new Kept();
    this.eventsHead = el("h2");
    this.span = el("p", { cls: "quiet" });
    this.list = el("ol", { cls: "events" });
    this.more = el("button", {
      cls: "text",
      attrs: { type: "button" },
      on: { click: () => ((this.rows += MORE_ROWS), this.#render()) },
    });
    this.events = el("section", {}, this.eventsHead, this.span, this.list, this.more);
    this.footer = el("p", { cls: "small" });
    this.root = el(
      "div",
      { cls: "panel" },
      searchBox(replay),
      this.sentence,
      this.own.card,
      this.selection,
      this.changes,
      this.compare.root,
      this.legend.root,
      this.own.root,
      definitions(replay.t),
      this.twin.root,
      this.filters.root,
      this.events,
      this.footer,
    );
    root.append(this.root);
    this.renderedAt = 0;
    this.late = new Delayed(replay.outstanding, "the panel", () => this.#render());
    replay.attach("panel", this);
  }

  update() {}

  remove() {
    this.late.cancel();
    this.replay.detach("panel", this);
    this.root.remove();
  }

  /** The panel may lag a few frames behind the map while the handle moves; the last state is always drawn. */
  draw(state, changed) {
    const chosen = [...CHOICES, ...FILTER_KEYS, "rest"].some((key) => changed.has(key));
    if (chosen) return this.#render();
    const pause = this.replay.moving ? PASSING_MS : RENDER_EVERY_MS;
    if (!this.late.waits) this.late.after(Math.max(AFTER_MAP_MS, pause - (performance.now() - this.renderedAt)));
    return undefined;
  }

  #render() {
    this.late.cancel();
    this.renderedAt = performance.now();
    const { replay } = this;
    const { state, record, t } = replay;
    const first = record.windowStart(state.day, state.window);
    const numbers = record.eventsIn(first, state.day);
    say(this.sentence, daySentence(replay));
    this.#changes(record.changesOn(state.day, state.perspective));
    this.legend.render(numbers);
    this.own.render();
    say(
      this.footer,
      t("panel.footer", {
        perspective: t(`perspective.${state.perspective}`),
        count: numbers.length,
        version: record.version,
      }),
    );
    if (replay.moving) return; // what is read line by line waits until the day stands
    this.#events(numbers, first);
    this.compare.render();
    this.twin.render();
    this.filters.render();
    replay.outstanding.during("a card", this.#selection());
  }

  #changes(changes) {
    const { t } = this.replay;
    const lines = changeLines(this.replay, changes);
    const text = lines.join("\n");
    if (text === this.changesSaid) return;
    this.changesSaid = text;
    this.changes.replaceChildren(
      el("h2", { text: t("panel.changes") }),
      lines.length
        ? el("ul", {}, ...lines.map((text) => el("li", { text })))
        : el("p", { cls: "quiet", text: t("panel.no_change") }),
    );
  }

  #events(numbers, first) {
    const { record, state, t } = this.replay;
    const { events } = record;
    const newest = numbers.slice(-SORTED_ROWS).reverse();
    const rows = newest.sort((a, b) => events.end[b] - events.end[a]);
    const span = t("panel.span", { first: shortDate(record.iso(first)), last: shortDate(record.iso(state.day)) });
    say(this.eventsHead, t("panel.events", { count: numbers.length }));
    say(this.span, rows.length ? span : `${span} ${t("panel.no_events")}`);
    this.kept.round();
    arrange(
      this.list,
      rows.slice(0, this.rows).map((i) => this.#row(i)),
    );
    this.more.hidden = numbers.length <= this.rows;
    say(this.more, t("panel.more", { count: numbers.length - this.rows }));
  }

  #row(i) {
    const { record, state } = this.replay;
    const id = record.events.id[i];
    const row = this.kept.keep(id, () => this.#newRow(i, id));
    row.firstChild.setAttribute("aria-pressed", String(state.event === id));
    return row;
  }

  #newRow(i, id) {
    const { record, t } = this.replay;
    const { events } = record;
    const grade = events.verificationNames[events.verification[i]];
    const place =
      events.province[i] >= 0 ? record.provinces[events.province[i]].name : t(`country.${events.country[i]}`);
    const toggle = () => {
      this.replay.set({ event: this.replay.state.event === id ? null : id });
      this.replay.commit();
    };
    return el(
      "li",
      {},
      el(
        "button",
        { cls: "event", attrs: { type: "button" }, on: { click: toggle } },
        el("span", { cls: `grade ${grade}`, text: t(`verification.${grade}`) }),
        el("span", {
          cls: "where",
          text: `${spanWords(record, i)} · ${place}${events.placed[i] ? "" : ` · ${t("panel.not_drawn")}`}`,
        }),
        el("span", { cls: "title", text: events.title[i] }),
      ),
    );
  }

  /** The card of what is selected; that of an area follows the day. */
  async #selection() {
    const { replay } = this;
    const { event, province, district, place } = replay.state;
    const chosen = `${province} ${district} ${place} ${event}`;
    const fresh = chosen !== this.selected;
    this.selected = chosen;
    if (event && !fresh) return;
    if (!event && !province && !place) return void this.selection.replaceChildren();
    const cards = await replay.cards();
    if (this.selected !== chosen) return;
    const close = () => (replay.set(event ? { event: null } : NOTHING), replay.commit());
    const card = event ? eventCard : place ? placeCard : provinceCard;
    this.selection.replaceChildren(card(replay, cards, close));
    if (fresh && this.opened && innerWidth < NARROW_PX) this.selection.scrollIntoView({ block: "start" });
    this.opened = true;
  }
}
