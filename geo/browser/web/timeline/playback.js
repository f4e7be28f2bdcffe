/** The steps along time, and how it plays: speed, step, direction, loop, slowing at changes. */

import { el } from "../engine/elements.js";
import { button, checkbox, select } from "./controls.js";
import { USUAL_SPEED } from "./player.js";

/** @import { Translate } from "../types.js" */
/** @import { Store } from "../store/store.js" */
/** @import { Player } from "./player.js" */

const SPEEDS = [1.5, 3, 6, 12, 30, 60]; // steps a second: 0.25 to 10 times the usual
const CALM_SPEED = 1.5; // for readers who asked their system for less motion
/** @type {Player["step"][]} */
const STEPS = ["day", "week", "month"];
/** @type {("slow" | "reverse" | "loop")[]} */
const SWITCHES = ["slow", "reverse", "loop"];

/**
 * Buttons that jump to a day beside the one on show.
 * @param {Store} store
 * @returns {HTMLElement[]}
 */
export function stepButtons(store) {
  const { record, t } = store;
  const perspective = () => store.state.perspective;
  /** @type {[string, string, (day: number) => number][]} */
  const steps = [
    ["|‹", "first", () => 0],
    ["⇤", "previous_change", (day) => record.nextChangeDay(day, -1, perspective())],
    ["‹", "previous_day", (day) => day - 1],
    ["›", "next_day", (day) => day + 1],
    ["⇥", "next_change", (day) => record.nextChangeDay(day, 1, perspective())],
    ["›|", "last", () => record.days - 1],
    ["•‹", "previous_event", (day) => record.nextEventDay(day, -1)],
    ["›•", "next_event", (day) => record.nextEventDay(day, 1)],
  ];
  return steps.map(([sign, key, to]) => button(sign, t(`timeline.${key}`), () => store.jump(to(store.state.day))));
}

/**
 * @param {Translate} t
 * @param {Player} player
 */
export function playOptions(t, player) {
  player.speed = matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_SPEED : USUAL_SPEED;
  const speed = select(
    "speed",
    t("timeline.speed"),
    SPEEDS.map(String),
    (value) => t("timeline.times", { times: Number(value) / USUAL_SPEED, steps: value }),
    (value) => {
      player.speed = Number(value);
    },
  );
  speed.value = String(player.speed);
  const step = select(
    "step",
    t("timeline.step"),
    STEPS,
    (value) => t(`step.${value}`),
    (value) => {
      player.step = STEPS.find((known) => known === value) ?? "day";
    },
  );
  const switches = SWITCHES.map((key) =>
    checkbox(
      t(`timeline.${key}`),
      (isOn) => {
        player[key] = isOn;
        player.onChange();
      },
      player[key],
    ),
  );
  return el(
    "details",
    { cls: "play-options" },
    el("summary", { text: t("timeline.options") }),
    el("div", { cls: "row choices" }, speed, step, ...switches),
  );
}
