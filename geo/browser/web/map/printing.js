/** The map on paper: as wide as a page, whole, and as it was on the screen afterwards. */

/** @import { LeafletMap } from "../types.js" */

/** What fits on A4 and on letter, with the margins that browsers leave, in CSS pixels. */
const PAPER = { width: 680, height: 420 };

/**
 * Lay a map out for paper while the page is printed: its canvases have the size of the screen until they are told.
 * @param {LeafletMap} map
 */
export function printable(map) {
  const { style } = map.getContainer();
  /** @param {{width: number, height: number} | null} size */
  const lay = (size) => {
    for (const side of /** @type {const} */ (["width", "height"]))
      if (size) style.setProperty(side, `${size[side]}px`, "important");
      else style.removeProperty(side);
    map.invalidateSize({ animate: false });
  };
  const before = () => lay(PAPER);
  const after = () => lay(null);
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
