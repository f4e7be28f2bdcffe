/** What can be chosen around the timeline: groups of buttons of which one is pressed, lists, switches. */

import { el } from "../engine/elements.js";
import { button } from "../handle/controls.js";

/**
 * A group of buttons of which one is pressed.
 * @param {string[]} values
 * @param {{name: (value: string) => string, hint: (value: string) => string, choose: (value: string) => void}} of
 */
export function choices(values, { name, hint, choose }) {
  const group = el("div", { cls: "group", attrs: { role: "group" } });
  for (const value of values) {
    const one = button(name(value), hint(value), () => choose(value), "choice");
    one.dataset.value = value;
    group.append(one);
  }
  return group;
}

/**
 * Press the button of a value in its group; undefined presses none.
 * @param {Element} group
 * @param {string | undefined} value
 */
export function press(group, value) {
  for (const one of group.children)
    one.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (one).dataset.value === value));
}

/**
 * @param {string} label
 * @param {HTMLElement} group
 */
export function labelled(label, group) {
  group.setAttribute("aria-label", label);
  return el("div", { cls: "labelled" }, el("span", { cls: "label", text: label }), group);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string[]} values
 * @param {(value: string) => string} text
 * @param {(value: string) => void} choose
 */
export function select(name, label, values, text, choose) {
  const box = el("select", {
    cls: "speed",
    attrs: { "aria-label": label, name },
    on: { change: () => choose(box.value) },
  });
  for (const value of values) box.append(el("option", { text: text(value), attrs: { value } }));
  return box;
}

/**
 * @param {string} label
 * @param {(isChecked: boolean) => void} choose
 * @param {boolean} isChecked
 */
export function checkbox(label, choose, isChecked = false) {
  const input = el("input", { attrs: { type: "checkbox" }, on: { change: () => choose(input.checked) } });
  input.checked = isChecked;
  return el("label", { cls: "check" }, input, el("span", { text: label }));
}
