/** How time plays: speed, step, direction, loop, slowing at changes. */

import { el } from "../engine/elements.js";
import { checkbox, select } from "./choices.js";
import { USUAL_SPEED } from "./player.js";

/** @import { Translate } from "../types.js" */
/** @import { Player } from "./player.js" */

const SPEEDS = [1.5, 3, 6, 12, 30, 60]; // steps a second: 0.25 to 10 times the usual
const CALM_SPEED = 1.5; // for readers who asked their system for less motion
/** @type {Player["step"][]} */
const STEPS = ["day", "week", "month"];
/** @type {("slow" | "reverse" | "loop")[]} */
const SWITCHES = ["slow", "reverse", "loop"];

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
