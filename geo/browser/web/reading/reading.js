/** What a reading page does when it is clicked: a head of a table sorts its rows, a link of ours stays in the app. */

/** @typedef {{text: string, order: string | null}} CellValue */

/**
 * What a cell is sorted by: a number where it is one, else its text; null where there is nothing.
 * @param {CellValue} cell
 */
export function sortKey({ text, order }) {
  const value = (order ?? text).trim();
  if (value === "" || value === "–") return null;
  const number = Number(order ?? value.replaceAll(",", ""));
  return Number.isNaN(number) ? value : number;
}

/**
 * Which of two keys stands first: numbers before texts, nothing last in either order.
 * @param {string | number | null} one
 * @param {string | number | null} other
 * @param {boolean} falls
 */
export function compareKeys(one, other, falls) {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const sign = falls ? -1 : 1;
  if (typeof one === "number" && typeof other === "number") return sign * (one - other);
  if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
  return sign * String(one).localeCompare(String(other), "en");
}

/**
 * Whether a column falls at its next click: numbers fall first, texts rise first.
 * @param {string | null} now
 * @param {boolean} isNumber
 */
export function fallsNext(now, isNumber) {
  return now ? now === "ascending" : isNumber;
}

/** Listen to the clicks of a page of the app. */
export function mountReading() {
  const sorting = mountSorting();
  document.addEventListener("click", onWay);
  return {
    remove: () => {
      sorting.remove();
      document.removeEventListener("click", onWay);
    },
  };
}

/** Heads of tables sort, and what is folded in opens when a link leads there: all that a page of files needs. */
export function mountSorting() {
  document.addEventListener("click", onClick);
  return { remove: () => document.removeEventListener("click", onClick) };
}

/** @param {MouseEvent} event */
function onClick(event) {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  const head = event.target.closest(".reading thead button")?.closest("th");
  if (head) return sortBy(head);
  open(event.target.closest('.reading a[href^="#"]'));
}

/** @param {MouseEvent} event */
function onWay(event) {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  const link = event.target.closest(".reading a[data-way]");
  if (!(link instanceof HTMLAnchorElement) || isBrowsers(event) || link.origin !== location.origin) return;
  event.preventDefault();
  follow(link.href);
}

/**
 * Whether a click means something else than to follow a link here: another tab, a download.
 * @param {MouseEvent} event
 */
export const isBrowsers = ({ button, ctrlKey, metaKey, shiftKey, altKey }) =>
  button !== 0 || ctrlKey || metaKey || shiftKey || altKey;

/**
 * One entry of the history; the app reads its address as it does at Back and Forward, and the session stays.
 * @param {string} address
 */
export function follow(address) {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate", { state: null }));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
}

/**
 * A section that is folded in opens when a link leads to it.
 * @param {Element | null} link
 */
function open(link) {
  const anchor = link?.getAttribute("href")?.slice(1);
  const folded = anchor ? document.getElementById(anchor)?.closest("details") : null;
  if (folded) folded.open = true;
}

/**
 * Sort the table of a head by its column.
 * @param {HTMLTableCellElement} head
 */
function sortBy(head) {
  const table = head.closest("table");
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const falls = fallsNext(head.getAttribute("aria-sort"), head.classList.contains("number"));
  for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", falls ? "descending" : "ascending");
  const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[head.cellIndex]) }));
  keyed.sort((one, other) => compareKeys(one.key, other.key, falls));
  const first = Number(table.dataset.first || Number.POSITIVE_INFINITY);
  keyed.forEach(({ row }, number) => {
    row.classList.toggle("more", number >= first);
    body.append(row);
  });
}

/** @param {HTMLTableCellElement} cell */
function keyOf(cell) {
  return sortKey({ text: cell.textContent ?? "", order: cell.dataset.order ?? null });
}
