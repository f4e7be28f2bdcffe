/** The timeline under the map: date in words, play, steps, typed date, perspective, window, the axis. */

import { FILTER_KEYS, STYLE, VIEW_PERSPECTIVES, WINDOWS } from "../engine/constants.js";
import { keyHandler } from "../engine/keys.js";
import { pageReplay } from "../engine/store.js";
import { el, inWords, solarHijri } from "../engine/text.js";
import { helpBox } from "./help.js";
import { Histogram } from "./histogram.js";
import { Player } from "./player.js";

const SPANS = ["90", "365", "all"]; // days that the axis shows
const SPEEDS = [1.5, 3, 6, 12, 30, 60]; // steps a second: 0.25 to 10 times the usual
const USUAL_SPEED = 6;
const CALM_SPEED = 1.5; // for readers who asked their system for less motion
const STEPS = ["day", "week", "month"];
const SHORTEST_SPAN = 21;

/**
 * Mount the timeline. @param root where; @param options {assets, view, epoch, report(view)}: `view` is what to
 * show, `epoch` grows when the address was changed from outside; `report` tells the server.
 * @returns {{update(options), remove()}}
 */
export async function mountTimeline(root, options) {
  const replay = pageReplay(options.assets);
  await replay.loaded;
  const timeline = new Timeline(root, replay, options);
  return timeline;
}

class Timeline {
  constructor(root, replay, options) {
    this.replay = replay;
    this.t = replay.t;
    this.report = options.report;
    this.player = replay.player = new Player(replay, () => this.#playing());
    this.#build(root);
    this.histogram = new Histogram(this.axis, replay.record, this.t, replay.own);
    this.span = Math.min(365, replay.record.days - 1);
    this.epoch = null;
    this.#drag();
    this.observer = new ResizeObserver(() => this.#resize());
    this.observer.observe(this.axis);
    this.keys = keyHandler(replay);
    document.addEventListener("keydown", this.keys);
    this.onHidden = () => document.hidden && this.player.pause();
    document.addEventListener("visibilitychange", this.onHidden);
    this.update(options);
    replay.attach("timeline", this);
    replay.onCommit = (view) => {
      keepSight(view.at ?? null);
      this.report(view);
    };
  }

  /** Take over the view of the address, unless it is only our own report coming back. */
  update({ view, epoch, report }) {
    this.report = report;
    if (this.epoch === epoch) return;
    this.epoch = epoch;
    const day = this.replay.record.dayNumber(view.date) ?? 0;
    const { date, since, ...rest } = view;
    this.replay.set({ ...rest, day, since: since ? this.replay.record.dayNumber(since) : null });
  }

  remove() {
    this.player.pause();
    this.observer.disconnect();
    document.removeEventListener("keydown", this.keys);
    document.removeEventListener("visibilitychange", this.onHidden);
    this.replay.detach("timeline", this);
    this.root.remove();
  }

  draw(state, changed) {
    const iso = this.replay.record.iso(state.day);
    if (changed.has("day")) {
      this.date.textContent = inWords(iso);
      this.solar.textContent = solarHijri(iso, this.t);
    }
    if (!this.replay.moving) this.#rest(iso, state.day); // nobody reads these while days pass by
    if (changed.has("perspective")) {
      this.#press(this.perspectives, state.perspective);
      if (this.histogram.width) this.histogram.resize(state.perspective);
    }
    if (changed.has("window")) this.#press(this.windows, state.window);
    if (changed.has("own")) this.histogram.useOwn();
    if (FILTER_KEYS.some((key) => changed.has(key)) && this.histogram.width) this.histogram.refilter();
    this.histogram.show(state.day, this.span);
    if (this.histogram.width) this.histogram.draw(state.day, this.replay.record.windowStart(state.day, state.window));
  }

  #rest(iso, day) {
    if (this.axis.getAttribute("aria-valuenow") === String(day)) return;
    if (this.typed.getRootNode().activeElement !== this.typed) this.typed.value = iso;
    this.axis.setAttribute("aria-valuenow", String(day));
    this.axis.setAttribute("aria-valuetext", inWords(iso));
  }

  // --- building ---------------------------------------------------------------------------

  #build(root) {
    const { t, replay } = this;
    this.help = helpBox(t);
    replay.help = this.help;
    replay.zoomTime = () => this.#zoomOn();
    this.date = el("span", { cls: "date" });
    this.solar = el("span", { cls: "solar" });
    this.play = this.#button("▶", t("timeline.play"), () => this.player.toggle(), "play");
    this.typed = this.#dateField();
    this.perspectives = this.#choices("perspective", VIEW_PERSPECTIVES, (p) => t(`perspective.${p}`));
    this.windows = this.#choices("window", WINDOWS, (w) => t(`window.${w}`));
    this.spans = this.#choices(
      "span",
      SPANS,
      (span) => t(`span.${span}`),
      (span) => this.#zoom(this.#daysOf(span)),
    );
    this.spans.setAttribute("aria-label", t("timeline.span"));
    this.axis = el("canvas", {
      cls: "axis",
      attrs: {
        role: "slider",
        tabindex: "0",
        "aria-label": t("timeline.axis"),
        "aria-valuemin": "0",
        "aria-valuemax": String(this.replay.record.days - 1),
      },
    });
    this.root = el(
      "section",
      { cls: "timeline", attrs: { "aria-label": t("timeline.label") } },
      el(
        "div",
        { cls: "row" },
        el("div", { cls: "when", attrs: { "aria-live": "off" } }, this.date, this.solar),
        this.#views(),
      ),
      el("div", { cls: "axis-box" }, this.axis),
      el("div", { cls: "row" }, this.#steps(), el("div", { cls: "steps" }, this.spans, this.typed)),
      el(
        "div",
        { cls: "row choices" },
        this.#labelled(t("timeline.perspective"), this.perspectives),
        this.#labelled(t("timeline.window"), this.windows),
      ),
      this.#playOptions(),
      this.help.root,
      el("p", { cls: "hint", text: t("timeline.hint") }),
    );
    root.append(this.root);
  }

  #steps() {
    const { t, replay } = this;
    const jump = (to) => () => replay.jump(to(replay.state.day));
    const { record } = replay;
    return el(
      "div",
      { cls: "steps" },
      this.play,
      this.#button(
        "|‹",
        t("timeline.first"),
        jump(() => 0),
      ),
      this.#button(
        "⇤",
        t("timeline.previous_change"),
        jump((day) => record.nextChangeDay(day, -1, replay.state.perspective)),
      ),
      this.#button(
        "‹",
        t("timeline.previous_day"),
        jump((day) => day - 1),
      ),
      this.#button(
        "›",
        t("timeline.next_day"),
        jump((day) => day + 1),
      ),
      this.#button(
        "⇥",
        t("timeline.next_change"),
        jump((day) => record.nextChangeDay(day, 1, replay.state.perspective)),
      ),
      this.#button(
        "›|",
        t("timeline.last"),
        jump(() => record.days - 1),
      ),
      this.#button(
        "•‹",
        t("timeline.previous_event"),
        jump((day) => record.nextEventDay(day, -1)),
      ),
      this.#button(
        "›•",
        t("timeline.next_event"),
        jump((day) => record.nextEventDay(day, 1)),
      ),
      this.#button("?", t("help.title"), () => this.help.toggle()),
    );
  }

  /** How it plays: speed, step, direction, loop, holding at changes. */
  #playOptions() {
    const { t, player } = this;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    player.speed = calm ? CALM_SPEED : USUAL_SPEED;
    const speed = this.#select(
      "speed",
      SPEEDS.map(String),
      (value) => t("timeline.times", { times: value / USUAL_SPEED, steps: value }),
      (value) => (player.speed = Number(value)),
    );
    speed.value = String(player.speed);
    const step = this.#select(
      "step",
      STEPS,
      (value) => t(`step.${value}`),
      (value) => (player.step = value),
    );
    const box = (key) => {
      const input = el("input", { attrs: { type: "checkbox" }, on: { change: () => (player[key] = input.checked) } });
      return el("label", { cls: "check" }, input, el("span", { text: t(`timeline.${key}`) }));
    };
    return el(
      "details",
      { cls: "play-options" },
      el("summary", { text: t("timeline.options") }),
      el("div", { cls: "row choices" }, speed, step, box("reverse"), box("loop"), box("hold")),
    );
  }

  #select(name, values, text, choose) {
    const select = el("select", {
      cls: "speed",
      attrs: { "aria-label": this.t(`timeline.${name}`), name },
      on: { change: () => choose(select.value) },
    });
    for (const value of values) select.append(el("option", { text: text(value), attrs: { value } }));
    return select;
  }

  #views() {
    const panjshir = () => this.replay.set({ extent: [...STYLE.panjshirBounds] });
    const country = () => (this.replay.set({ at: null }), this.replay.commit());
    return el(
      "div",
      { cls: "views" },
      this.#button(this.t("view.panjshir"), this.t("view.panjshir_hint"), panjshir, "text"),
      this.#button(this.t("view.country"), this.t("view.country_hint"), country, "text"),
    );
  }

  #dateField() {
    const { record } = this.replay;
    const field = el("input", {
      cls: "typed",
      attrs: {
        type: "date",
        min: record.firstDay,
        max: record.iso(record.days - 1),
        "aria-label": this.t("timeline.typed"),
      },
    });
    field.addEventListener("change", () => {
      const day = record.dayNumber(field.value);
      if (day !== null) this.replay.jump(day); // a year half typed is let be until the field is left
    });
    field.addEventListener("blur", () => (field.value = this.replay.day));
    return field;
  }

  /** How many days the axis shows. */
  #zoom(days) {
    const { replay } = this;
    this.span = Math.min(Math.max(days, SHORTEST_SPAN), replay.record.days - 1);
    this.#pressSpan();
    this.draw(replay.state, new Set());
  }

  /** The next longer of the usual spans; after the whole record the shortest. */
  #zoomOn() {
    const days = SPANS.map((span) => this.#daysOf(span));
    this.#zoom(days.find((count) => count > Math.round(this.span)) ?? days[0]);
  }

  #daysOf(span) {
    const most = this.replay.record.days - 1;
    return span === "all" ? most : Math.min(Number(span), most);
  }

  #pressSpan() {
    this.#press(
      this.spans,
      SPANS.find((span) => this.#daysOf(span) === Math.round(this.span)),
    );
  }

  #choices(key, values, name, choose = (value) => (this.replay.set({ [key]: value }), this.replay.commit())) {
    const group = el("div", { cls: "group", attrs: { role: "group" } });
    for (const value of values) {
      const button = this.#button(name(value), this.t(`${key}.${value}.hint`), () => choose(value), "choice");
      button.dataset.value = value;
      group.append(button);
    }
    return group;
  }

  #labelled(label, group) {
    group.setAttribute("aria-label", label);
    return el("div", { cls: "labelled" }, el("span", { cls: "label", text: label }), group);
  }

  #button(text, label, onClick, cls = "icon") {
    return el("button", {
      cls,
      text,
      attrs: { type: "button", title: label, "aria-label": cls === "icon" || cls === "play" ? label : text },
      on: { click: onClick },
    });
  }

  #press(group, value) {
    for (const button of group.children) button.setAttribute("aria-pressed", String(button.dataset.value === value));
  }

  #playing() {
    this.play.textContent = this.player.playing ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", this.t(this.player.playing ? "timeline.pause" : "timeline.play"));
  }

  // --- the axis ---------------------------------------------------------------------------

  #drag() {
    const fingers = new Map();
    let part = "day";
    let pinch = null;
    const spot = (event) => {
      const box = this.axis.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const move = (event) => {
      const [x] = spot(event);
      if (part === "first" || part === "last") return this.#brush(part, this.histogram.stripDayAt(x));
      return this.replay.set({ day: part === "strip" ? this.histogram.stripDayAt(x) : this.histogram.dayAt(x) });
    };
    const spread = () => {
      const [one, other] = [...fingers.values()];
      return Math.max(20, Math.abs(one - other));
    };
    this.axis.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      this.player.pause();
      this.replay.move(true);
      fingers.set(event.pointerId, event.clientX);
      this.axis.setPointerCapture(event.pointerId);
      pinch = fingers.size === 2 ? { spread: spread(), span: this.span } : null;
      if (pinch) return;
      part = this.histogram.partAt(...spot(event), event.pointerType === "touch");
      move(event);
    });
    this.axis.addEventListener("pointermove", (event) => {
      if (!this.axis.hasPointerCapture(event.pointerId)) return this.#pointer(...spot(event));
      fingers.set(event.pointerId, event.clientX);
      return pinch ? this.#zoom((pinch.span * pinch.spread) / spread()) : move(event);
    });
    for (const end of ["pointerup", "pointercancel"])
      this.axis.addEventListener(end, (event) => {
        fingers.delete(event.pointerId);
        if (!fingers.size) [pinch] = [null, this.#letGo()];
      });
    this.axis.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        this.#zoom(this.span * (event.deltaY > 0 ? 1.25 : 0.8));
      },
      { passive: false },
    );
  }

  /** The pointer tells what it would take hold of. */
  #pointer(x, y) {
    const part = this.histogram.partAt(x, y, false);
    this.axis.style.cursor = part === "first" || part === "last" ? "col-resize" : "";
  }

  /** Move one edge of what the axis shows; the day stays inside. */
  #brush(edge, day) {
    let [first, last] = this.histogram.range;
    if (edge === "first") first = Math.min(day, last - SHORTEST_SPAN);
    else last = Math.max(day, first + SHORTEST_SPAN);
    this.histogram.frame(first, last);
    [first, last] = this.histogram.range;
    this.span = last - first;
    this.#pressSpan();
    const { replay } = this;
    replay.set({ day: Math.min(Math.max(replay.state.day, Math.ceil(first)), Math.floor(last)) });
    this.draw(replay.state, new Set());
  }

  #letGo() {
    this.replay.commit();
    this.replay.move(false);
  }

  #resize() {
    if (!this.axis.clientWidth || !this.replay.state) return;
    this.histogram.resize(this.replay.state.perspective);
    this.#zoom(this.span);
  }
}

/** Put where the map looks into the address of a view: the server would add an entry to the history for it. */
function keepSight(at) {
  const query = new URLSearchParams(location.search);
  if (!query.has("data") || query.get("at") === at) return;
  if (at) query.set("at", at);
  else query.delete("at");
  history.replaceState(history.state, "", `?${query}${location.hash}`);
}
