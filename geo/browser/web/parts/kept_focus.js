/** The focus stays where it was when what has it is made anew. */

/**
 * Make the content of an element anew; what has the focus in it is found again by its `data-keep`.
 * @param {HTMLElement} root
 * @param {() => void} change
 */
export function keepFocus(root, change) {
  const within = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  const focused = root.contains(within.activeElement) ? within.activeElement?.getAttribute("data-keep") : null;
  change();
  if (focused) focusKept(root, focused);
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
export function focusKept(root, name) {
  const kept = /** @type {HTMLElement | null} */ (root.querySelector(`[data-keep="${CSS.escape(name)}"]`));
  kept?.focus({ preventScroll: true });
}
