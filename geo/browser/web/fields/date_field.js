/** A field for a day: typed in words or figures, or chosen from a month of the page's calendar; Enter and leaving it choose. */

import { inFigures, isoOfSolar } from "../wording/typed_dates.js";

/** @import { GridOptions, MonthGrid } from "./month_grid.js" */

/** @typedef {{key: string, label: string, value: string, first: string, last: string, said?: string}} Day */
/** @typedef {{calendar: string, before: string, after: string, unreadable: string, outside: string}} Words */
/**
 * `parse` reads what is not 'YYYY-MM-DD'; or `ask` hands it to somebody who can, whose answer comes as another value or
 * as what was `refused`. A bare field has no label and line of its own: `refuse` tells what cannot be taken.
 * @typedef {Day & {words: Words, report: (day: string) => void, refused?: string, parse?: (text: string) => string | null,
 *   ask?: (text: string) => void, refuse?: (text: string, message: string) => void}} FieldOptions
 */

const TYPED = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const DAY_MS = 86_400_000;
/** As `geo/search/days.py` has both: this module is sent without the record's. Years before are Solar Hijri. */
const FIRST_GREGORIAN = 1700;
const MAX_DAY_LETTERS = 60;

/**
 * The day that a text means, 'YYYY-MM-DD'; null when it is none.
 * @param {string} text
 */
export function dayIn(text) {
  const found = TYPED.exec(withDigits(text.trim()));
  if (!found) return null;
  const [year, month, date] = found.slice(1).map(Number);
  if (year < FIRST_GREGORIAN) return isoOfSolar(year, month, date);
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date ? day.toISOString().slice(0, 10) : null;
}

/**
 * Digits of Persian and Arabic keyboards as Latin ones.
 * @param {string} text
 */
const withDigits = (text) =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) - (digit >= "۰" ? 0x6f0 : 0x660)) % 10));

/**
 * What comes of a typed text: the day to take, or why not.
 * @param {string} text
 * @param {Pick<FieldOptions, "first" | "last" | "parse">} span
 * @returns {{day: string} | {refused: "unreadable" | "outside"}}
 */
export function takenFrom(text, { first, last, parse }) {
  const day = dayIn(text) ?? parse?.(text) ?? null;
  if (!day) return { refused: "unreadable" };
  return first <= day && day <= last ? { day } : { refused: "outside" };
}

/**
 * The day that an arrow leads to, 'YYYY-MM-DD': from the typed one, else from the one on show, else to the last; null
 * where there is none.
 * @param {string} text
 * @param {number} days
 * @param {Pick<FieldOptions, "value" | "first" | "last" | "parse">} span
 */
export function stepped(text, days, { value, ...span }) {
  const day = dayIn(text) ?? span.parse?.(text) ?? dayIn(value);
  const next = day ? new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) : span.last;
  return "day" in takenFrom(next, span) ? next : null;
}

/**
 * Mount it.
 * @param {Element} root
 * @param {FieldOptions} options
 */
export function mountDateField(root, options) {
  return new DateField(root, options);
}

/** What makes a month to choose from: it comes after the handle, and a field without it is typed in (`month_grid.js`). */
export const months = { grid: /** @type {((options: GridOptions) => MonthGrid) | null} */ (null) };

class DateField {
  /** @type {MonthGrid | null} made when it is first asked for */
  #grid = null;
  #asked = ""; // what somebody else reads just now

  /**
   * @param {Element} root
   * @param {FieldOptions} options
   */
  constructor(root, options) {
    this.options = options;
    const id = `day-${options.key}`;
    this.isBare = Boolean(options.refuse);
    this.label = made("label", { for: id });
    this.field = made("input", {
      id,
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      dir: "ltr",
      "aria-describedby": `${id}-said`,
    });
    this.button = made("button", { type: "button", "aria-expanded": "false", "aria-haspopup": "dialog" });
    this.status = made("p", { id: `${id}-said`, role: "status" });
    const box = made("div", { class: "box" });
    box.append(this.field, this.button);
    this.box = box;
    this.root = made("div", { class: this.isBare ? "date-field bare" : "date-field" });
    this.root.append(...(this.isBare ? [box] : [this.label, box, this.status]));
    this.#listen();
    this.update(options);
    root.append(this.root);
  }

  /** @param {FieldOptions} options */
  update(options) {
    this.options = options;
    this.#asked = "";
    const { label, words } = options;
    this.label.textContent = label;
    if (this.isBare) this.field.setAttribute("aria-label", label);
    this.button.textContent = "▦";
    this.button.title = words.calendar;
    this.button.setAttribute("aria-label", `${label}: ${words.calendar}`);
    this.#grid?.root.remove();
    this.#grid = null;
    if (options.refused) this.#refuse("unreadable", options.refused);
    else this.#show(null);
  }

  /**
   * Another day, unless somebody types here.
   * @param {string} value
   */
  set(value) {
    const root = /** @type {Document | ShadowRoot} */ (this.field.getRootNode());
    if (root.activeElement === this.field && this.field.value !== inFigures(this.options.value)) return;
    this.options = { ...this.options, value };
    this.#show(null);
  }

  remove() {
    this.root.remove();
  }

  #listen() {
    this.field.addEventListener("change", () => this.#take(this.field.value));
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.#take(this.field.value);
      else if (event.key === "ArrowUp" || event.key === "ArrowDown") this.#step(event);
      else if (event.key === "Escape") this.#show(null);
    });
    this.field.addEventListener("blur", () => this.#leave());
    this.button.addEventListener("click", () => (this.#grid?.isOpen ? this.#close() : this.#open()));
  }

  #gridOf() {
    const { label, words, first, last } = this.options;
    const choose = (/** @type {string} */ iso) => {
      this.#close();
      this.#take(iso);
    };
    const { calendar, before, after } = words;
    const close = () => this.#close();
    const grid = months.grid?.({ label: `${label}: ${calendar}`, before, after, first, last, choose, close }) ?? null;
    if (grid) this.box.append(grid.root);
    return grid;
  }

  #open() {
    this.#grid ??= this.#gridOf();
    if (!this.#grid) return;
    this.button.setAttribute("aria-expanded", "true");
    this.#grid.open(this.options.value || this.options.last, this.box);
  }

  #close() {
    this.button.setAttribute("aria-expanded", "false");
    this.#grid?.close();
    this.button.focus();
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    event.preventDefault();
    const next = stepped(this.field.value, event.key === "ArrowUp" ? 1 : -1, this.options);
    if (next) this.field.value = inFigures(next);
  }

  /** What arrows have set is no change to the browser; it is taken on leaving, as what is typed is. */
  #leave() {
    const { value } = this.field;
    if (value !== inFigures(this.options.value) && value.trim() !== this.#asked) this.#take(value);
  }

  /**
   * Report a day once; a text that is none is answered in words, and the old day stays.
   * @param {string} text
   */
  #take(text) {
    const taken = takenFrom(text, this.options);
    const isOld = "day" in taken ? taken.day === this.options.value : !text.trim();
    if (isOld) return this.#show(null);
    if ("refused" in taken) return this.#refuse(taken.refused, text.trim().slice(0, MAX_DAY_LETTERS));
    this.options = { ...this.options, value: taken.day, said: "" };
    this.#show(null);
    this.options.report(taken.day);
  }

  /**
   * @param {"unreadable" | "outside"} why
   * @param {string} typed
   */
  #refuse(why, typed) {
    const { words, ask, refuse, refused } = this.options;
    if (why === "unreadable" && ask && typed !== refused) {
      this.#asked = typed;
      return ask(typed);
    }
    const message = words[why].replace("{typed}", () => typed);
    this.#show(message);
    refuse?.(typed, message);
  }

  /** @param {string | null} refused */
  #show(refused) {
    const { value, said } = this.options;
    this.field.value = value && inFigures(value);
    this.status.textContent = refused ?? said ?? "";
    this.root.classList.toggle("refused", refused !== null);
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{[name: string]: string}} attributes
 * @returns {HTMLElementTagNameMap[T]}
 */
export function made(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
