/** What stands beside the map: the day in a sentence, what changed, the legend, events, the selection. */

import { eventCard, provinceCard } from "./cards.js";
import { Compare } from "./compare.js";
import { definitions } from "./definitions.js";
import { FILTER_KEYS } from "./filter.js";
import { FiltersView } from "./filters_view.js";
import { legend } from "./legend.js";
import { pageReplay } from "./replay.js";
import { daySentence, changeLines } from "./sentence.js";
import { searchBox } from "./search.js";
import { spanWords } from "./tooltip.js";
import { el, shortDate } from "./text.js";
import { Twin } from "./twin.js";

const RENDER_EVERY_MS = 120;
const PLAYING_MS = 300; // while it plays nobody reads the list
const AFTER_MAP_MS = 24; // the map is painted first
const SORTED_ROWS = 5000; // of very many events the list holds the newest
const CHOICES = ["event", "province", "district", "since", "perspective", "window"];
const FIRST_ROWS = 30;
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
    this.legend = el("section");
    this.events = el("section");
    this.footer = el("p", { cls: "small" });
    this.root = el(
      "div",
      { cls: "panel" },
      searchBox(replay),
      this.sentence,
      this.selection,
      this.changes,
      this.compare.root,
      this.legend,
      definitions(replay.t),
      this.twin.root,
      this.filters.root,
      this.events,
      this.footer,
    );
    root.append(this.root);
    this.renderedAt = 0;
    this.timer = null;
    replay.attach("panel", this);
  }

  update() {}

  remove() {
    clearTimeout(this.timer);
    this.replay.detach("panel", this);
    this.root.remove();
  }

  /** The list may lag a few frames behind the map while the handle moves; the last state is always drawn. */
  draw(state, changed) {
    const choice = [...CHOICES, ...FILTER_KEYS].some((key) => changed.has(key));
    if (choice) return this.#render(true);
    const pause = this.replay.player?.playing ? PLAYING_MS : RENDER_EVERY_MS;
    this.timer ??= setTimeout(
      () => this.#render(false),
      Math.max(AFTER_MAP_MS, pause - (performance.now() - this.renderedAt)),
    );
    return undefined;
  }

  #render(choice) {
    clearTimeout(this.timer);
    this.timer = null;
    this.renderedAt = performance.now();
    const { replay } = this;
    const { state, record, t } = replay;
    this.sentence.textContent = daySentence(replay);
    this.#changes(record.changesOn(state.day, state.perspective));
    const first = record.windowStart(state.day, state.window);
    const numbers = record.eventsIn(first, state.day);
    this.legend.replaceChildren(legend(replay, numbers));
    this.compare.render();
    this.twin.render();
    this.filters.render();
    this.#events(numbers, first);
    this.footer.textContent = t("panel.footer", {
      perspective: t(`perspective.${state.perspective}`),
      count: numbers.length,
      version: record.version,
    });
    this.#selection();
  }

  #changes(changes) {
    const { t } = this.replay;
    const lines = changeLines(this.replay, changes);
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
    const list = el("ol", { cls: "events" }, ...rows.slice(0, this.rows).map((i) => this.#row(i)));
    const more =
      numbers.length > this.rows
        ? el("button", {
            cls: "text",
            text: t("panel.more", { count: numbers.length - this.rows }),
            attrs: { type: "button" },
            on: { click: () => ((this.rows += 100), this.#events(numbers, first)) },
          })
        : null;
    this.events.replaceChildren(
      el("h2", { text: t("panel.events", { count: numbers.length }) }),
      el("p", { cls: "quiet", text: rows.length ? span : `${span} ${t("panel.no_events")}` }),
      list,
      more ?? "",
    );
  }

  #row(i) {
    const { record, state, t } = this.replay;
    const { events } = record;
    const grade = events.verificationNames[events.verification[i]];
    const place =
      events.province[i] >= 0 ? record.provinces[events.province[i]].name : t(`country.${events.country[i]}`);
    const id = events.id[i];
    return el(
      "li",
      {},
      el(
        "button",
        {
          cls: "event",
          attrs: { type: "button", "aria-pressed": String(state.event === id) },
          on: { click: () => (this.replay.set({ event: state.event === id ? null : id }), this.replay.commit()) },
        },
        el("span", { cls: `grade ${grade}`, text: t(`verification.${grade}`) }),
        el("span", {
          cls: "where",
          text: `${spanWords(record, i)} · ${place}${events.placed[i] ? "" : ` · ${t("panel.not_drawn")}`}`,
        }),
        el("span", { cls: "title", text: events.title[i] }),
      ),
    );
  }

  /** The card of what is selected; a province's card follows the day. */
  async #selection() {
    const { replay } = this;
    const { event, province, district } = replay.state;
    const chosen = `${province} ${district} ${event}`;
    const fresh = chosen !== this.selected;
    this.selected = chosen;
    if (event && !fresh) return;
    if (!event && !province) return void this.selection.replaceChildren();
    const cards = await replay.cards();
    if (this.selected !== chosen) return;
    const close = () => (replay.set(event ? { event: null } : { province: null, district: null }), replay.commit());
    this.selection.replaceChildren(event ? eventCard(replay, cards, event, close) : provinceCard(replay, cards, close));
    if (fresh && this.opened && innerWidth < NARROW_PX) this.selection.scrollIntoView({ block: "start" });
    this.opened = true;
  }
}
