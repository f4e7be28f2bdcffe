/** The files that the reader's edition asks for one after the other. */

/** @import { Assets, Ground, Texts } from "../types.js" */

/** @typedef {Assets & {base: string, marks: string, relief: string, ground: string | Ground, leaflet: string, next: string, nextTexts: string | Texts, rest: string, restTexts: string | Texts, styles: string, restStyles: string}} Files */

/**
 * What the store of a page has to know: its files, and that other pages are files too.
 * @template {Assets} T
 * @param {{assets: T, root: string}} page
 * @returns {T}
 */
export const assetsOf = ({ assets, root }) => ({ ...assets, root, pages: "files" });

/**
 * A file that an element asks for, put into the document.
 * @param {"script" | "link"} name
 * @param {{[attribute: string]: string}} attributes
 * @returns {Promise<unknown>} when it is there
 */
export function fetched(name, attributes) {
  const element = Object.assign(document.createElement(name), attributes);
  document.head.append(element);
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error("a file of the page can't be had")));
  });
}
