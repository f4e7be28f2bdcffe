/**
 * The worker that keeps one version of the edition on a device: all of it or nothing. It runs only once a reader has
 * asked for it (`keep.js`). With a network pages come from there; without one, from what is kept, never from two versions:
 * whatever a page asks for carries its version in the address.
 */

import { keptPrefix } from "./kept_names.js";

/** @import { Asked, Keeper } from "../types.js" */

const AT_ONCE = 6;
const FOLDER = /(^|\/)$/; // an address of a folder means its index

const keeper = /** @type {Keeper} */ (/** @type {unknown} */ (self));
const kept = keeper.KEPT; // written before this script
const { scope } = keeper.registration;
const NAME = `${keptPrefix(scope)}${kept.version}`;

/** Store all files of the version; of a version that can't be had whole nothing stays. */
async function storeAll() {
  const store = await caches.open(NAME);
  try {
    const left = Object.entries(kept.files);
    const some = async () => {
      for (let next = left.pop(); next; next = left.pop()) await storeOne(store, ...next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, some));
    const { data, bytes, files } = kept;
    await store.put(kept.told, Response.json({ data, bytes, count: Object.keys(files).length }));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/**
 * @param {Cache} store
 * @param {string} address
 * @param {string} digest
 */
async function storeOne(store, address, digest) {
  const answer = await fetch(address, digest ? { cache: "no-cache" } : {});
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  if (digest && !(await digestOf(answer.clone())).startsWith(digest))
    throw new Error(`${address} is of another version`);
  await store.put(address, answer);
}

/** @param {Response} answer */
async function digestOf(answer) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function removeOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(keptPrefix(scope)) && name !== NAME);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * A page: of the network; where there is none, the kept one, whatever its query asks for.
 * @param {Request} request
 */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    const { origin, pathname } = new URL(request.url);
    const address = origin + pathname.replace(FOLDER, "$1index.html");
    const found = await caches.match(address, { cacheName: NAME, ignoreSearch: true }); // one language is kept
    return found ?? Response.redirect(new URL(kept.missing, scope).href);
  }
}

/**
 * What a page asks for: the kept one of the very address, else the network's.
 * @param {Request} request
 */
const part = async (request) => (await caches.match(request, { cacheName: NAME })) ?? fetch(request);

keeper.addEventListener("install", (event) => event.waitUntil(storeAll()));
keeper.addEventListener("activate", (event) => event.waitUntil(removeOthers()));
keeper.addEventListener("fetch", (/** @type {Asked} */ event) => {
  const { request } = event;
  if (request.method === "GET") event.respondWith(request.mode === "navigate" ? page(request) : part(request));
});
