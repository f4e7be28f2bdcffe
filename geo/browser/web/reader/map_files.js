/** What a page with a live map asks for beside its modules. */

import { fetched } from "./fetched.js";

/** @import { Files } from "./fetched.js" */

/**
 * What a page with a live map needs beside its modules: Leaflet, and how all of it looks.
 * @param {Files} assets
 */
export const mapFiles = ({ leaflet, styles, restStyles }) =>
  Promise.all([
    fetched("script", { src: leaflet }),
    ...[styles, restStyles].map((href) => fetched("link", { rel: "stylesheet", href })),
  ]);
