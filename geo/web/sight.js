/** Where the map looks, for the address: 'latitude,longitude,zoom' of its middle; null is the whole country. */

const REST_MS = 400; // after a movement, before the address is written
const PADDING = [8, 8];

/** The sight of a page's only map: moved by the reader, by a button (`extent`) or by the address (`at`). */
export function ownSight(map, replay) {
  let [size, told, waiting, led] = [map.getSize(), null, 0, false];

  map.on("moveend", () => {
    const now = map.getSize();
    const resized = !now.equals(size);
    size = now;
    const at = inWords(map);
    if (led || resized || !replay.state || at === told) return; // not moved by the reader or a button
    told = at;
    replay.set({ at });
    clearTimeout(waiting);
    waiting = setTimeout(() => replay.player?.playing || replay.commit(), REST_MS);
  });

  /** Look where the address says. */
  function lead(at) {
    [told, led] = [at, true];
    if (at === null) map.fitBounds(replay.record.style.bounds, { animate: false });
    else {
      const [lat, lon, zoom] = at.split(",").map(Number);
      map.setView([lat, lon], zoom, { animate: false });
    }
    led = false;
  }

  return {
    draw(state, changed) {
      if (changed.has("extent") && state.extent) map.fitBounds(state.extent, { padding: PADDING });
      else if (changed.has("at") && (state.at ?? null) !== told) lead(state.at ?? null);
    },
  };
}

function inWords(map) {
  const { lat, lng } = map.getCenter();
  return `${lat.toFixed(3)},${lng.toFixed(3)},${map.getZoom().toFixed(2)}`;
}
