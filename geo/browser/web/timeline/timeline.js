/** The timeline under the map: its handle, and what follows: a typed day, moments, what can be chosen for the map, folded. */

import { el } from "../engine/elements.js";
import { dayField } from "../fields/day_field.js";
import { Handle } from "../handle/handle.js";
import { stepButtons } from "../handle/steps.js";
import { pageStore } from "../store/page.js";
import { AxisWords } from "./axis_words.js";
import { helpBox } from "./help.js";
import { keyHandler } from "./keys.js";
import { Player } from "./player.js";
import { SpanChoice } from "./span_choice.js";
import { StatusLine } from "./status_line.js";
import { ViewOptions } from "./view_options.js";

/** @import { Mounted, Options, State } from "../types.js" */
/** @import { Step } from "../handle/steps.js" */
/** @import { Store } from "../store/store.js" */

/**
 * Mount the timeline, as `Handle` has it.
 * @param {Element} root
 * @param {Options} options
 * @returns {Promise<Mounted>}
 */
export async function mountTimeline(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  const handle = new Handle(root, store, options);
  const timeline = new Timeline(handle);
  return {
    update: (now) => handle.update(now),
    remove: () => {
      timeline.remove();
      handle.remove();
    },
  };
}

/** What stands around a handle. */
export class Timeline {
  #refusedOn = ""; // the day that stayed when another was refused
  #told = ""; // the day that the field has

  /** @param {Handle} handle */
  constructor(handle) {
    const { store } = handle;
    this.handle = handle;
    this.axis = handle.axis;
    this.store = store;
    this.t = store.t;
    this.typed = this.#typedDay();
    this.refused = el("p", { cls: "refused", attrs: { role: "alert" } });
    this.refused.hidden = true;
    this.slows = el("span", { cls: "slows", text: this.t("timeline.slows") });
    this.words = new AxisWords(store, this.axis);
    this.spans = new SpanChoice(store, this.axis);
    this.status = new StatusLine(store);
    this.help = helpBox(store);
    this.player = new Player(store, () => this.#playing());
    this.options = new ViewOptions(store, {
      player: this.player,
      spans: this.spans.root,
      strips: this.words.strips.keys,
      help: this.help,
    });
    this.#place();
    this.#offer();
    this.#playing();
    this.onKey = keyHandler(store);
    this.onHidden = () => document.hidden && this.player.pause();
    document.addEventListener("keydown", this.onKey);
    document.addEventListener("visibilitychange", this.onHidden);
    store.attach("timeline", this);
    store.onCommit = (view) => {
      keepViewport(view.at ?? null);
      handle.report(view);
    };
    if (handle.isToPlay) this.player.play();
  }

  remove() {
    this.player.pause();
    this.options.remove();
    this.status.remove();
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("visibilitychange", this.onHidden);
    this.store.detach("timeline", this);
  }

  /**
   * @param {State} state
   * @param {Set<string>} changed
   */
  draw(state, changed) {
    const iso = this.store.record.iso(state.day);
    if (changed.has("day") && iso !== this.#refusedOn) this.refused.hidden = true;
    if (!this.store.moving && iso !== this.#told) this.typed.set(iso);
    if (!this.store.moving) this.#told = iso;
    this.options.draw(state, changed);
    this.status.draw(state);
  }

  /** What others may ask of the timeline. */
  #offer() {
    const help = {
      root: this.help.root,
      toggle: (/** @type {boolean | undefined} */ isOpen) => this.options.toggleHelp(isOpen),
    };
    Object.assign(this.store, { player: this.player, help, zoomTime: () => this.spans.zoomOn() });
    this.store.moments = this.words.moments;
    this.store.ribbon = this.axis.histogram.ribbon;
  }

  // --- building ---------------------------------------------------------------------------

  /** Put it where it stands around the handle. */
  #place() {
    const { axis, handle, options, store } = this;
    const more = el(
      "div",
      { cls: "steps more-steps" },
      ...stepButtons(store, [["|‹", "first", () => 0]]),
      ...stepButtons(store, lastSteps(store)),
      this.typed.root,
    );
    options.takeOnNarrow(more, handle.main);
    axis.box.after(this.refused, this.status.root);
    handle.row.append(this.slows, options.root);
  }

  #typedDay() {
    return dayField(el("div", { cls: "typed-day" }), this.store, {
      key: "timeline",
      label: this.t("timeline.typed"),
      choose: (iso) => this.#jumpTo(this.store.record.dayNumber(iso)),
      refuse: (message) => this.#refuse(message),
    });
  }

  #playing() {
    const { play } = this.handle;
    const { playing, slow } = this.player;
    this.slows.hidden = !(playing && slow);
    play.textContent = playing ? "❚❚" : "▶";
    play.setAttribute("aria-label", this.t(playing ? "timeline.pause" : "timeline.play"));
  }

  /** @param {string} message */
  #refuse(message) {
    this.#refusedOn = this.store.day ?? "";
    this.refused.textContent = message;
    this.refused.hidden = false;
  }

  /** @param {number | null} day */
  #jumpTo(day) {
    if (day !== null) this.store.jump(day);
  }
}

/**
 * To the last day, and from event to event.
 * @param {Store} store
 * @returns {Step[]}
 */
const lastSteps = ({ record }) => [
  ["›|", "last", () => record.days - 1],
  ["•‹", "previous_event", (day) => record.nextEventDay(day, -1)],
  ["›•", "next_event", (day) => record.nextEventDay(day, 1)],
];

/**
 * Put where the map looks into the address of a view: the server would add an entry to the history for it.
 * @param {string | null} at
 */
function keepViewport(at) {
  const query = new URLSearchParams(location.search);
  if (!query.has("data") || query.get("at") === at) return;
  if (at) query.set("at", at);
  else query.delete("at");
  history.replaceState(history.state, "", `?${query}${location.hash}`);
}
