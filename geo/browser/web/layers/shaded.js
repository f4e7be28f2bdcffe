/** Which layers are shades of what happened or who is named, and not who holds what. */

/**
 * Whether the map shows a layer of shades and not who holds what.
 * @param {{layer?: string}} state
 */
export const isShaded = ({ layer }) => layer === "activity" || layer === "presence";
