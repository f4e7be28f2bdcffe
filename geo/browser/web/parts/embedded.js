/** Whether this page stands in another one: then day, sentence and legend come first, and the rest is left out. */

/** In a frame, on the page that is made for one, or asked for with `embed=true` as Streamlit has it. */
export function isEmbedded() {
  const isMadeForFrames = document.documentElement.classList.contains("embedded");
  return isMadeForFrames || window.self !== window.top || new URLSearchParams(location.search).get("embed") === "true";
}

/**
 * Let the styles know; in low frames they show the first things only.
 * @param {Element} root
 */
export function markEmbedded(root) {
  root.classList.toggle("embedded", isEmbedded());
}
