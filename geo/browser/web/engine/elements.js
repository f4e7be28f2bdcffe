/** Elements of a page, made of text and never of HTML. */

/**
 * @typedef {object} Parts what an element has
 * @property {string} [cls]
 * @property {string} [text]
 * @property {{[name: string]: string}} [attrs]
 * @property {{[type: string]: () => void}} [on] handlers by the type of event
 */

/**
 * An element with a class, text (never HTML) and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Parts} parts
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, { cls, text, attrs = {}, on = {} } = {}, ...children) {
  const element = document.createElement(tag);
  if (cls) element.className = cls;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value);
  for (const [type, handler] of Object.entries(on)) element.addEventListener(type, handler);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * A link to a source: only http(s), opened without telling the other side who comes.
 * @param {string} address
 * @param {string} text
 * @returns {HTMLElement}
 */
export function safeLink(address, text) {
  const href = webAddress(address);
  if (!href) return el("span", { text });
  return el("a", { text, attrs: { href, target: "_blank", rel: "noopener noreferrer nofollow" } });
}

/**
 * The address as a browser writes it; null when it is none of http(s).
 * @param {string} address
 */
function webAddress(address) {
  try {
    const { protocol, href } = new URL(address);
    return protocol === "http:" || protocol === "https:" ? href : null;
  } catch {
    return null;
  }
}

/**
 * Set a text, when it is another one.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
