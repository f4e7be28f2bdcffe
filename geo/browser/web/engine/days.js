/** The days of the replay, counted from its first; plain days, no time zone is involved. */

const DAY_MS = 86400000;

export class Days {
  /**
   * @param {string} firstDay 'YYYY-MM-DD'
   * @param {number} days how many there are
   */
  constructor(firstDay, days) {
    this.firstDay = firstDay;
    this.days = days;
    this.origin = Date.parse(`${firstDay}T00:00:00Z`);
  }

  /**
   * Day number → 'YYYY-MM-DD'.
   * @param {number} day
   */
  iso(day) {
    return new Date(this.origin + day * DAY_MS).toISOString().slice(0, 10);
  }

  /**
   * 'YYYY-MM-DD' → day number, or null when it is no day of the replay.
   * @param {string} iso
   */
  dayNumber(iso) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
    const day = Math.round((Date.parse(`${iso}T00:00:00Z`) - this.origin) / DAY_MS);
    return Number.isFinite(day) && day >= 0 && day < this.days && this.iso(day) === iso ? day : null;
  }

  /**
   * The number of the day that a moment (ms, UTC) lies on; also beyond the replay.
   * @param {number} time
   */
  dayOf(time) {
    return Math.floor((time - this.origin) / DAY_MS);
  }

  /** @param {number} day */
  clampDay(day) {
    return Math.min(Math.max(Math.round(day), 0), this.days - 1);
  }

  /**
   * The same day of another month, or that month's last.
   * @param {number} day
   * @param {number} months
   */
  addMonths(day, months) {
    const date = new Date(this.origin + day * DAY_MS);
    const wanted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const length = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate();
    wanted.setUTCDate(Math.min(date.getUTCDate(), length));
    return this.clampDay((wanted.getTime() - this.origin) / DAY_MS);
  }

  /**
   * The first day of the trailing window that ends on a day.
   * @param {number} day
   * @param {string} window
   */
  windowStart(day, window) {
    return window === "all" ? 0 : Math.max(0, day - Number(window) + 1);
  }
}
