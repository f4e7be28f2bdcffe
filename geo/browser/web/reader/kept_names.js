/** What the store of kept files is called: by the site that they are of, and their version. */

/**
 * How the names of a site's stores begin.
 * @param {string} scope the address of the site's root
 */
export const keptPrefix = (scope) => `kept ${scope} `;
