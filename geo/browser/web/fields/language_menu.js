/** The choice of a language: each by its own name, and each a way to the same address in that language. */

import { followAddress } from "./language_ways.js";

/** @typedef {{now: string, first: string, label: string, names: [string, string, string][]}} Languages code, name, direction */

/**
 * Mount it.
 * @param {Element} root
 * @param {Languages} languages
 */
export function mountLanguages(root, languages) {
  const { now, first, label, names } = languages;
  const nav = document.createElement("nav");
  nav.className = "languages";
  nav.setAttribute("aria-label", label);
  for (const [lang, name, dir] of names) {
    const way = document.createElement(lang === now ? "span" : "a");
    way.textContent = name;
    for (const [key, value] of Object.entries({ lang, dir, translate: "no" })) way.setAttribute(key, value);
    if (way instanceof HTMLAnchorElement) followAddress(way, lang, first);
    else way.setAttribute("aria-current", "true");
    nav.append(way);
  }
  root.append(nav);
  return { update() {}, remove: () => nav.remove() };
}
