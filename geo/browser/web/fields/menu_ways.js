/** The ways to all pages as Streamlit draws them: told to be a menu, and which of them leads to where one is. */

/** @import { Mounted } from "../types.js" */

const LINK = "[data-testid='stPageLink-NavLink']";
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
  return { update() {}, remove: () => observer.disconnect() };
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

/** @param {Element} link */
function tellWhere(link) {
  const isHere = link instanceof HTMLAnchorElement && link.pathname === location.pathname;
  if (isHere === (link.getAttribute("aria-current") === "page")) return;
  if (isHere) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}
