/** Elements that stay: what has not changed is neither made nor painted again. */

/** Give a parent these children in this order; those that stand where they should are not touched. */
export function arrange(parent, children) {
  children.forEach((child, at) => {
    if (parent.childNodes[at] !== child) parent.insertBefore(child, parent.childNodes[at] ?? null);
  });
  while (parent.childNodes.length > children.length) parent.lastChild.remove();
}

/** Set a text, when it is another one. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** `keep(key, make)` gives the element of a key, made once; only those of the last two rounds are kept. */
export class Kept {
  #now = new Map();
  #before = new Map();

  /** Begin another round. */
  round() {
    [this.#before, this.#now] = [this.#now, new Map()];
  }

  keep(key, make) {
    if (!this.#now.has(key)) this.#now.set(key, this.#before.get(key) ?? make());
    return this.#now.get(key);
  }
}
