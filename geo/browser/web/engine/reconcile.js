/** Elements that stay: what has not changed is neither made nor painted again. */

/**
 * Give a parent these children in this order; those that stand where they should are not touched.
 * @param {Element} parent
 * @param {Element[]} children
 */
export function reconcile(parent, children) {
  children.forEach((child, at) => {
    if (parent.childNodes[at] !== child) parent.insertBefore(child, parent.childNodes[at] ?? null);
  });
  while (parent.childNodes.length > children.length) parent.lastChild?.remove();
}

/**
 * `keep(key, make)` gives what was made for a key; only what the last two rounds asked for is kept.
 * @template T
 */
export class ElementCache {
  /** @type {Map<string, T>} */
  #now = new Map();
  /** @type {Map<string, T>} */
  #before = new Map();

  /** Begin another round. */
  round() {
    [this.#before, this.#now] = [this.#now, new Map()];
  }

  /**
   * @param {string} key
   * @param {() => T} make
   * @returns {T}
   */
  keep(key, make) {
    const kept = this.#now.get(key) ?? this.#before.get(key) ?? make();
    this.#now.set(key, kept);
    return kept;
  }
}
