/** The buttons and choices of the timeline. */

import { el } from "../engine/elements.js";

/**
 * @param {string} text
 * @param {string} label what it does; read aloud in place of a sign
 * @param {() => void} click
 * @param {string} cls
 */
export function button(text, label, click, cls = "icon") {
  const isSign = cls === "icon" || cls === "play";
  return el("button", {
    cls,
    text,
    attrs: { type: "button", title: label, "aria-label": isSign ? label : text },
    on: { click },
  });
}
