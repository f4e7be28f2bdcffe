/** Where the map looks, for the address: 'latitude,longitude,zoom' of its middle; null is the whole country. */

import { STYLE } from "./constants.js";

const PADDING = [8, 8];

/** Look at the extent that a button or a story asked for; whether there was one. */
export function lookAtExtent(map, { extent }, changed) {
  const asked = changed.has("extent") && Boolean(extent);
  if (asked) map.fitBounds(extent, { padding: PADDING });
  return asked;
}

/** The sight of a page's only map: moved by the reader, by a button (`extent`) or by the address (`at`). */
export function pageViewport(map, store) {
  let [size, told, led] = [map.getSize(), null, false];

  map.on("moveend", () => {
    const now = map.getSize();
    const resized = !now.equals(size);
    size = now;
    const at = inWords(map);
    if (led || resized || !store.state || at === told) return; // not moved by the reader or a button
    told = at;
    store.set({ at });
    store.commitSoon();
  });

  /** Look where the address says. */
  function lead(at) {
    [told, led] = [at, true];
    if (at === null) map.fitBounds(STYLE.bounds, { animate: false });
    else {
      const [lat, lon, zoom] = at.split(",").map(Number);
      map.setView([lat, lon], zoom, { animate: false });
    }
    led = false;
  }

  return {
    draw(state, changed) {
      if (lookAtExtent(map, state, changed)) return;
      if (changed.has("at") && (state.at ?? null) !== told) lead(state.at ?? null);
    },
  };
}

function inWords(map) {
  const { lat, lng } = map.getCenter();
  return `${lat.toFixed(3)},${lng.toFixed(3)},${map.getZoom().toFixed(2)}`;
}
