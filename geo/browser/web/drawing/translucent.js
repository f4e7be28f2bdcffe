/** A colour through which one sees what is under it. */

/**
 * @param {string} colour as '#RRGGBB'
 * @param {number} opacity from 0 to 1
 * @returns {string} as '#RRGGBBAA', for a canvas and for a style
 */
export const translucent = (colour, opacity) =>
  `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0")}`;
