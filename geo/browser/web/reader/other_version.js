/** The page as another version of the data has it, where its address names one. Made by `geo/export/edition/earlier.py`. */

import { DATA_KEY } from "../engine/constants.js";
import { el } from "../engine/elements.js";
import { fetchJson } from "../engine/fetch_json.js";
import { isEmbedded } from "../parts/embedded.js";

/** @import { Page } from "../standalone/page_parts.js" */
/** @import { Files } from "./fetched.js" */

/** @typedef {Page & {assets: Files, root: string, onStick: boolean, version: string, earlier: string, otherData: string}} MapPage */
/** @typedef {{told: string, page?: Partial<MapPage>}} Version */
/** @typedef {{versions: {[version: string]: Version}, unknown: string, ways?: {now: string, changes: string, changed: string}}} Versions */

const FORM = /^[0-9a-f]{12}$/;

/**
 * What the page is to show: the version that an address names, where the page is told of it; else its own, and why.
 * @param {MapPage} page
 * @param {URLSearchParams} query
 * @returns {Promise<MapPage>}
 */
export async function asVersion(page, query) {
  const named = query.get(DATA_KEY) ?? page.version;
  if (named === page.version || !FORM.test(named)) return page;
  /** @type {Versions} */
  const nothing = { versions: {}, unknown: page.otherData };
  const known = await fetchJson(/** @type {string | Versions} */ (page.earlier)).catch(() => nothing);
  const version = known.versions[named] ?? { told: known.unknown };
  if (!isEmbedded()) tell(version, known, query);
  if (!version.page) return page;
  return { ...page, ...version.page, assets: { ...page.assets, ...version.page.assets } };
}

/**
 * Over the map: which version it shows and why, with ways to the record of today and to what changed.
 * @param {Version} version
 * @param {Versions} known
 * @param {URLSearchParams} query
 */
function tell(version, { ways }, query) {
  const note = el("p", { cls: "intro", text: version.told, attrs: { id: "other-version", role: "note" } });
  if (ways) {
    const now = new URLSearchParams(query);
    now.delete(DATA_KEY);
    const links = version.page ? [[`?${now}`, ways.now]] : [];
    for (const [href, text] of [...links, [ways.changes, ways.changed]])
      note.append(" ", el("a", { text, attrs: { href } }));
  }
  document.documentElement.classList.add("noted");
  document.querySelector("main")?.before(note);
}
