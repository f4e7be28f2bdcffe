/** What Streamlit itself says on a page, which knows English alone, said in the language of the page. */

/** @typedef {[string, string][]} Pairs what it says, with {name} for what it puts in; and what is said instead */

const ATTRIBUTES = ["aria-label", "placeholder", "title"];
/** What is ours speaks for itself. */
const OURS = ".reading, code, pre, [lang=en]";

/**
 * The text that stands for one of Streamlit's; null where it is none of those.
 * @param {string} text
 * @param {Pairs} pairs
 */
export function saidInstead(text, pairs) {
  for (const [theirs, own] of pairs) {
    const [before, after] = theirs.split("{name}");
    if (after === undefined ? text !== theirs : !(text.startsWith(before) && text.endsWith(after))) continue;
    const name = after === undefined ? "" : text.slice(before.length, text.length - after.length);
    return name || after === undefined ? own.replace("{name}", () => name) : null;
  }
  return null;
}

/**
 * Say it on this page from now on, whatever is drawn later.
 * @param {Pairs} pairs
 */
export function speakForStreamlit(pairs) {
  if (!pairs.length) return { update() {}, remove() {} };
  const options = { childList: true, characterData: true, subtree: true, attributeFilter: ATTRIBUTES };
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) sayIn(target, pairs);
  });
  sayIn(document.body, pairs);
  observer.observe(document.body, options);
  return { update() {}, remove: () => observer.disconnect() };
}

/**
 * @param {Node} root
 * @param {Pairs} pairs
 */
function sayIn(root, pairs) {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (root); node; node = nodes.nextNode()) {
    if (node instanceof Text) sayText(node, pairs);
    else if (node instanceof Element && !node.closest(OURS)) sayAttributes(node, pairs);
  }
}

/**
 * @param {Text} node
 * @param {Pairs} pairs
 */
function sayText(node, pairs) {
  if (node.parentElement?.closest(OURS)) return;
  const own = saidInstead(node.data.trim(), pairs);
  if (own !== null && own !== node.data) node.data = own;
}

/**
 * @param {Element} element
 * @param {Pairs} pairs
 */
function sayAttributes(element, pairs) {
  for (const name of ATTRIBUTES) {
    const own = saidInstead(element.getAttribute(name) ?? "", pairs);
    if (own !== null && own !== element.getAttribute(name)) element.setAttribute(name, own);
  }
}
