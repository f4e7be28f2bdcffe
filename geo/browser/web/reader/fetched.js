/** The files that the reader's edition asks for one after the other. */

/** @import { Assets, Ground, Texts } from "../types.js" */

/** @typedef {Assets & {base: string, marks: string, relief: string, ground: string | Ground, leaflet: string, rest: string, restTexts: string | Texts, styles: string, restStyles: string}} Files */

/**
 * What the store of a page has to know: its files, and that other pages are files too.
 * @template {Assets} T
 * @param {{assets: T, root: string}} page
 * @returns {T}
 */
export const assetsOf = ({ assets, root }) => ({ ...assets, root, pages: "files" });

/**
 * What a page with a live map needs beside its modules: Leaflet, and how all of it looks.
 * @param {Files} assets
 */
export const mapFiles = ({ leaflet, styles, restStyles }) =>
  Promise.all([
    fetched("script", { src: leaflet }),
    ...[styles, restStyles].map((href) => fetched("link", { rel: "stylesheet", href })),
  ]);

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
