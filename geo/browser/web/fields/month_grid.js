/** The days of a month to choose one from, in the calendar of the page: a browser has no such field for Solar Hijri days. */

import { calendar, inWords, monthName, partsOf } from "../engine/dates.js";
import { digits, say } from "../engine/text.js";
import { isoOfSolar } from "../wording/typed_dates.js";
import { made, months } from "./date_field.js";

const DAY_MS = 86_400_000;
const GAP_PX = 4;
/** Keys that move from day to day, and by how many; sideways they follow the direction of the text. */
const STEPS = /** @type {{[key: string]: number}} */ ({ ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 });

/** Give every field of this document a month to choose from, also one that stands there already. */
export function offerMonths() {
  months.grid = (options) => new MonthGrid(options);
}

/**
 * @typedef {{label: string, before: string, after: string, first: string, last: string, choose: (iso: string) => void,
 *   close: () => void}} GridOptions
 */

export class MonthGrid {
  /** @param {GridOptions} options */
  constructor(options) {
    this.options = options;
    this.day = options.first; // that has the focus
    this.root = made("div", { class: "month-grid", role: "dialog", "aria-label": options.label, popover: "manual" });
    this.root.addEventListener("keydown", (event) => this.#key(event));
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.root.contains(relatedTarget)) this.close();
    });
  }

  get isOpen() {
    return this.root.matches(":popover-open");
  }

  /**
   * Open it at a field, where the window has room.
   * @param {string} iso the day that is on show
   * @param {Element} field
   */
  open(iso, field) {
    const { first, last } = this.options;
    this.root.showPopover();
    const within = [first, iso, last].sort()[1];
    this.#show(within);
    const [at, own] = [field.getBoundingClientRect(), this.root.getBoundingClientRect()];
    const below = at.bottom + own.height + GAP_PX <= innerHeight ? at.bottom + GAP_PX : at.top - own.height - GAP_PX;
    this.root.style.top = `${Math.max(GAP_PX, below)}px`;
    this.root.style.left = `${Math.max(GAP_PX, Math.min(at.left, innerWidth - own.width - GAP_PX))}px`;
  }

  close() {
    if (this.isOpen) this.root.hidePopover();
  }

  /**
   * Draw the month of a day, and give that day the focus.
   * @param {string} iso
   */
  #show(iso) {
    this.day = iso;
    const { year, month } = partsOf(iso);
    const title = made("strong", { "aria-live": "polite" });
    title.textContent = say("locale.month", { month: monthName(month), year });
    const head = made("div", { class: "month-head" });
    head.append(this.#turn(-1), title, this.#turn(1));
    const table = made("table", { role: "grid" });
    table.append(weekdayRow(), ...this.#weeks(iso));
    this.root.replaceChildren(head, table);
    /** @type {HTMLElement | null} */ (this.root.querySelector("button[tabindex='0']"))?.focus();
  }

  /** @param {1 | -1} direction */
  #turn(direction) {
    const { before, after, first, last } = this.options;
    const button = made("button", { type: "button", "aria-label": direction < 0 ? before : after });
    const isLater = direction > 0 === (say("locale.dir") === "ltr");
    button.textContent = isLater ? "›" : "‹";
    const days = monthDays(this.day);
    const next = moved(direction < 0 ? days[0] : days[days.length - 1], direction);
    button.disabled = next < first || next > last;
    button.addEventListener("click", () => this.#show(next));
    return button;
  }

  /** @param {string} iso */
  #weeks(iso) {
    const days = monthDays(iso);
    const blank = (weekdayOf(days[0]) - Number(say("locale.week_start")) + 7) % 7;
    const cells = [...Array(blank).fill(null), ...days];
    return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => {
      const row = made("tr", {});
      row.append(...cells.slice(7 * week, 7 * week + 7).map((day) => this.#cell(day)));
      return row;
    });
  }

  /** @param {string | null} iso */
  #cell(iso) {
    const cell = made("td", { role: "gridcell" });
    if (!iso) return cell;
    const isChosen = iso === this.day;
    const button = made("button", { type: "button", tabindex: isChosen ? "0" : "-1", "aria-label": inWords(iso) });
    button.textContent = digits(String(partsOf(iso).day));
    button.disabled = iso < this.options.first || iso > this.options.last;
    if (isChosen) button.setAttribute("aria-current", "date");
    button.addEventListener("click", () => this.options.choose(iso));
    cell.append(button);
    return cell;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.options.close();
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const isSideways = Math.abs(step) === 1 && say("locale.dir") === "rtl";
    const day = moved(this.day, isSideways ? -step : step);
    if (this.options.first <= day && day <= this.options.last) this.#show(day);
  }
}

/** @type {(iso: string, days: number) => string} */
const moved = (iso, days) => new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);

/** @type {(iso: string) => number} 1 is Monday */
const weekdayOf = (iso) => new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;

/**
 * All days of the month that a day lies in.
 * @param {string} iso
 */
export function monthDays(iso) {
  const { year, month } = partsOf(iso);
  const first = calendar() === "solar" ? isoOfSolar(year, month, 1) : `${iso.slice(0, 8)}01`;
  const days = Array.from({ length: 31 }, (_, day) => moved(first ?? iso, day));
  return days.filter((day) => partsOf(day).month === month);
}

function weekdayRow() {
  const row = made("tr", {});
  for (let at = 0; at < 7; at++) {
    const weekday = ((Number(say("locale.week_start")) - 1 + at) % 7) + 1;
    const head = made("th", { scope: "col", abbr: say(`calendar.weekday.${weekday}`) });
    head.textContent = say(`locale.weekday.${weekday}`);
    row.append(head);
  }
  return row;
}
