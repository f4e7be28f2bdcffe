/** Our data files: packed or not, or as scripts where pages are opened from a disk. */

const PACKED = ".json.gz"; // beside it lies the same, not packed, for browsers that can't unpack
const SCRIPT = ".json.js"; // the same for a page that may not fetch
const GZIP = [0x1f, 0x8b]; // the first bytes of a packed file

/**
 * The data at an address; data in the address's place (a one-file replay) as it is.
 * @template T
 * @param {string | T} address
 * @returns {Promise<T>}
 */
export async function fetchJson(address) {
  if (typeof address !== "string") return address;
  if (address.endsWith(SCRIPT)) return ofScript(address);
  const isPacked = address.endsWith(PACKED) && typeof DecompressionStream === "function";
  const wanted = isPacked ? address : address.replace(/\.gz$/, "");
  const response = await fetch(wanted);
  if (!response.ok) throw new Error(`${wanted}: ${response.status}`);
  return isPacked ? unpacked(await response.arrayBuffer()) : response.json();
}

/**
 * The JSON of a packed file; of its text, when whoever served it has unpacked it already.
 * @param {ArrayBuffer} bytes
 */
function unpacked(bytes) {
  const isPacked = new Uint8Array(bytes, 0, 2).every((byte, at) => byte === GZIP[at]);
  const body = /** @type {ReadableStream<BufferSource>} */ (new Response(bytes).body);
  return new Response(isPacked ? body.pipeThrough(new DecompressionStream("gzip")) : body).json();
}

/**
 * What a script leaves behind under the name of its data. Written by `geo/browser/stick.py`.
 * @param {string} address
 * @returns {Promise<any>}
 */
async function ofScript(address) {
  const name = address.slice(address.lastIndexOf("/") + 1, -".js".length);
  const script = document.createElement("script");
  script.src = address;
  document.head.append(script);
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`${address} can't be had`)));
  });
  const data = window.conflictData?.[name];
  if (data === undefined) throw new Error(`${address} holds no ${name}`);
  return data;
}
