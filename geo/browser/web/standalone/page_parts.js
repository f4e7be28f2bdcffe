/** What a document of ours holds beside its scripts: its elements and what Python says of it. */

/** @import { LatLngBoundsLiteral } from "leaflet" */
/** @import { AddressView, Extent } from "../types.js" */

/**
 * What Python says of the document.
 * @typedef {object} Page
 * @property {AddressView} view
 * @property {string[]} perspectives
 * @property {string[]} windows
 * @property {{[key: string]: string[]}} filters the values that each knows
 * @property {[string, string]} days
 * @property {LatLngBoundsLiteral} widest
 * @property {string} credits
 * @property {Extent | null} extent
 */

/**
 * The data of an element.
 * @template T
 * @param {string} id
 * @returns {T}
 */
export const inlined = (id) => JSON.parse(byId(id).textContent ?? "");

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the document has no element ${id}`);
  return element;
}
