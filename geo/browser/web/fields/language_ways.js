/** Ways to the same address in another language. */

/**
 * The address of a page in another language; all else in it stays.
 * @param {string} lang
 * @param {string} first the one that an address need not name
 * @param {Pick<Location, "pathname" | "search" | "hash">} here
 */
export function addressIn(lang, first, { pathname, search, hash }) {
  const query = new URLSearchParams(search);
  query.delete("lang");
  if (lang !== first) query.set("lang", lang);
  const text = String(query).replaceAll("%2C", ",");
  return `${pathname}${text ? `?${text}` : ""}${hash}`;
}

/**
 * A way that leads to the address of the moment in which it is taken: the day may have moved since it was drawn.
 * @param {HTMLAnchorElement} way
 * @param {string} lang
 * @param {string} first
 */
export function followAddress(way, lang, first) {
  way.hreflang = lang;
  followed(way, (here) => addressIn(lang, first, here));
}

/**
 * A way whose address is made of that of its page, now and whenever it is about to be taken.
 * @param {HTMLAnchorElement} way
 * @param {(here: Location) => string} made
 */
export function followed(way, made) {
  const follow = () => {
    way.href = made(location);
  };
  follow();
  for (const event of ["pointerdown", "focus", "click"]) way.addEventListener(event, follow);
}

/**
 * The address of a page in a site of its own language, with all that the address of this one asks for.
 * @param {string} site
 * @param {Pick<Location, "search" | "hash">} here
 */
export function addressBeside(site, { search, hash }) {
  const query = new URLSearchParams(search);
  query.delete("lang");
  const text = String(query).replaceAll("%2C", ",");
  return `${site}${text ? `?${text}` : ""}${hash}`;
}

/**
 * Let the ways to other languages that stand in a page follow its address.
 * @param {string} first
 */
export function followLanguages(first) {
  for (const way of document.querySelectorAll("a[data-site]"))
    if (way instanceof HTMLAnchorElement) followed(way, addressBeside.bind(null, way.getAttribute("href") ?? ""));
  for (const way of document.querySelectorAll("a[data-lang]"))
    if (way instanceof HTMLAnchorElement) followAddress(way, way.dataset.lang ?? "", first);
}
