/** A table as pages that are read have it: in its box, folded where a telephone has no room. In Python: `geo/reading/html.py`. */

import { el } from "../engine/elements.js";
import { MAP_STYLE } from "../engine/map_constants.js";

/** @import { Store } from "../store/store.js" */

/** What each part is, said where its style would let a browser forget it. */
const ROLES = {
  table: "table",
  "thead, tbody": "rowgroup",
  tr: "row",
  "thead th": "columnheader",
  "tbody th": "rowheader",
  td: "cell",
};

/**
 * A table in its box; with more columns than a telephone has room for each row is a few lines there.
 * @param {Pick<Store, "t">} store
 * @param {string} caption
 * @param {HTMLElement[]} heads
 * @param {HTMLElement[]} rows
 */
export function boxed({ t }, caption, heads, rows) {
  const table = el(
    "table",
    {},
    el("caption", { cls: "unseen", text: caption }),
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...rows),
  );
  const folds = heads.filter((head) => !head.classList.contains("minor")).length > MAP_STYLE.foldedColumns;
  const attrs = { role: "region", tabindex: "0", "aria-label": caption };
  const box = el("div", { cls: folds ? "table folds" : "table" }, el("div", { cls: "scroll", attrs }, table));
  if (folds) sayParts(box, heads, t("list.colon").trimEnd());
  return box;
}

/**
 * @param {HTMLElement} box
 * @param {HTMLElement[]} heads
 * @param {string} colon
 */
function sayParts(box, heads, colon) {
  for (const [parts, role] of Object.entries(ROLES))
    for (const part of box.querySelectorAll(parts)) part.setAttribute("role", role);
  for (const row of box.querySelectorAll("tbody tr"))
    [...row.children].forEach((cell, at) => {
      if (cell.matches("td")) cell.setAttribute("data-head", `${heads[at].textContent}${colon}`);
    });
}
