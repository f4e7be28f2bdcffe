/** Our data files, packed or not. */

const PACKED = ".json.gz"; // beside it lies the same, not packed, for browsers that can't unpack
const GZIP = [0x1f, 0x8b]; // the first bytes of a packed file

/**
 * The data at an address; data in the address's place (a one-file replay) as it is.
 * @template T
 * @param {string | T} address
 * @returns {Promise<T>}
 */
export async function fetchJson(address) {
  if (typeof address !== "string") return address;
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
