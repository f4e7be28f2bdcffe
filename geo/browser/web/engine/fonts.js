/** The font of Dari and Pashto: there before a canvas writes with it. In Python: `geo/browser/fonts.py`. */

import { FONT } from "./constants.js";

/**
 * Let a document take the font from an address, and wait for it; what can't be had is set in a font of the system.
 * @param {string | undefined} address none for a language that needs none
 */
export async function fontFrom(address) {
  if (!address) return;
  const { family, weights, range } = FONT;
  const face = new FontFace(family, `url("${address}")`, { weight: weights, unicodeRange: range, display: "swap" });
  document.fonts.add(face);
  await face.load().catch(() => {});
}
