/**
 * The ways to all pages as Streamlit draws them: told to be a menu, and which of them leads to where one is; and the way past
 * them, which leads behind our head.
 */

/** @import { Mounted } from "../types.js" */

const LINK = "[data-testid='stPageLink-NavLink']";
const SKIP = "[data-testid='stSkipToContent']";
const ROOT = "./";
const HEAD = ".st-key-head";
const MENUS = [".st-key-menu", "[data-testid='stPopoverBody'] [data-testid='stVerticalBlock']"];

/**
 * Name the menus of this page from now on, also one that is opened later.
 * @param {Element} _parent
 * @param {{label: string}} data what a menu is called
 * @returns {Mounted<{label: string}>}
 */
export function nameMenus(_parent, { label }) {
  const name = () => {
    for (const menu of document.querySelectorAll(MENUS.join())) nameMenu(menu, label);
    for (const link of document.querySelectorAll(LINK)) tellWhere(link);
  };
  const observer = new MutationObserver(name);
  name();
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", skipHead);
  const remove = () => {
    observer.disconnect();
    document.removeEventListener("click", skipHead);
  };
  return { update() {}, remove };
}

/**
 * Streamlit's way to its main part ends before our head: ours ends behind it.
 * @param {Event} event
 */
function skipHead(event) {
  const head = document.querySelector(HEAD)?.parentElement;
  if (!head || !(event.target instanceof Element) || !event.target.closest(SKIP)) return;
  let main = head.nextElementSibling;
  while (main && !main.getBoundingClientRect().height) main = main.nextElementSibling;
  if (!(main instanceof HTMLElement)) return;
  event.preventDefault();
  main.tabIndex = -1;
  main.focus();
}

/**
 * @param {Element} menu
 * @param {string} label
 */
function nameMenu(menu, label) {
  if (!menu.querySelector(LINK) || menu.getAttribute("aria-label") === label) return;
  menu.setAttribute("role", "navigation");
  menu.setAttribute("aria-label", label);
}

/**
 * The map's own way is empty for Streamlit, which means the page that one is on to whoever opens it in another tab.
 * @param {Element} link
 */
function tellWhere(link) {
  const page = link.getAttribute("href") ?? "";
  if (!page) link.setAttribute("href", ROOT);
  const isHere = (page === ROOT ? "" : page) === location.pathname.split("/").at(-1);
  if (isHere === (link.getAttribute("aria-current") === "page")) return;
  if (isHere) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}
