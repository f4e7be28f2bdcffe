/** A field for a day: typed as 'YYYY-MM-DD' or chosen in the browser's calendar; Enter and leaving it choose the day. */

/** @typedef {{key: string, label: string, value: string, first: string, last: string, said: string}} Day */
/** @typedef {{calendar: string, unreadable: string, outside: string}} Words */
/** @typedef {Day & {words: Words, report: (day: string) => void}} FieldOptions */

const TYPED = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const DAY_MS = 86_400_000;

/**
 * The day that a text means, 'YYYY-MM-DD'; null when it is none.
 * @param {string} text
 */
export function dayIn(text) {
  const found = TYPED.exec(text.trim());
  if (!found) return null;
  const [year, month, date] = found.slice(1).map(Number);
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date ? day.toISOString().slice(0, 10) : null;
}

/**
 * What comes of a typed text: the day to take, or why not.
 * @param {string} text
 * @param {Pick<Day, "first" | "last">} span
 * @returns {{day: string} | {refused: "unreadable" | "outside"}}
 */
export function takenFrom(text, { first, last }) {
  const day = dayIn(text);
  if (!day) return { refused: "unreadable" };
  return first <= day && day <= last ? { day } : { refused: "outside" };
}

/**
 * Mount it.
 * @param {Element} root
 * @param {FieldOptions} options
 */
export function mountDateField(root, options) {
  return new DateField(root, options);
}

class DateField {
  /**
   * @param {Element} root
   * @param {FieldOptions} options
   */
  constructor(root, options) {
    this.options = options;
    const id = `day-${options.key}`;
    this.label = made("label", { for: id });
    this.field = made("input", {
      id,
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      spellcheck: "false",
      dir: "ltr",
      "aria-describedby": `${id}-said`,
    });
    this.picker = made("input", { type: "date", tabindex: "-1", "aria-hidden": "true" });
    this.button = made("button", { type: "button" });
    this.said = made("p", { id: `${id}-said`, role: "status" });
    const box = made("div", { class: "box" });
    box.append(this.field, this.button, this.picker);
    this.root = made("div", { class: "date-field" });
    this.root.append(this.label, box, this.said);
    this.#listen();
    this.update(options);
    root.append(this.root);
  }

  /** @param {FieldOptions} options */
  update(options) {
    this.options = options;
    const { label, words, first, last } = options;
    this.label.textContent = label;
    this.button.textContent = "▦";
    this.button.title = words.calendar;
    this.button.setAttribute("aria-label", `${label}: ${words.calendar}`);
    this.picker.min = first;
    this.picker.max = last;
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
    this.picker.addEventListener("change", () => this.#take(this.picker.value));
    this.button.addEventListener("click", () => this.picker.showPicker?.());
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    event.preventDefault();
    const day = dayIn(this.field.value) ?? this.options.value;
    const next = Date.parse(day) + (event.key === "ArrowUp" ? DAY_MS : -DAY_MS);
    const iso = new Date(next).toISOString().slice(0, 10);
    if ("day" in takenFrom(iso, this.options)) this.field.value = iso;
  }

  /**
   * Report a day once; a text that is none is answered in words, and the old day stays.
   * @param {string} text
   */
  #take(text) {
    const taken = takenFrom(text, this.options);
    if ("refused" in taken) return this.#show(this.options.words[taken.refused].replace("{typed}", () => text.trim()));
    if (taken.day === this.options.value) return this.#show(null);
    this.options = { ...this.options, value: taken.day, said: "" };
    this.#show(null);
    this.options.report(taken.day);
  }

  /** @param {string | null} refused */
  #show(refused) {
    const { value, said } = this.options;
    this.field.value = this.picker.value = value;
    this.said.textContent = refused ?? said;
    this.root.classList.toggle("refused", refused !== null);
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{[name: string]: string}} attributes
 * @returns {HTMLElementTagNameMap[T]}
 */
function made(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
