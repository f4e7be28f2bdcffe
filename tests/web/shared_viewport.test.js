import assert from "node:assert/strict";
import { test } from "node:test";
import { sharedViewport } from "../../geo/browser/web/viewport/shared_viewport.js";
import { fakeFrames, tinyStore } from "./tiny_store.js";

globalThis.addEventListener ??= () => {};

/** A map that stands where it is put, and tells of it when a test says so. */
class FakeMap {
  size = { width: 180, equals: (other) => other.width === this.size.width };
  listeners = [];

  constructor(lat, lng, zoom) {
    this.stand(lat, lng, zoom);
  }

  stand(lat, lng, zoom) {
    [this.centre, this.zoom] = [{ lat, lng }, zoom];
  }

  on(types, listener) {
    for (const type of types.split(" ")) this.listeners.push([type, listener]);
  }

  tell(type) {
    for (const [own, listener] of this.listeners) if (own === type) listener({});
  }

  getSize() {
    return this.size;
  }

  getCenter() {
    return this.centre;
  }

  getZoom() {
    return this.zoom;
  }

  setView({ lat, lng }, zoom) {
    this.stand(lat, lng, zoom);
    this.tell("move");
    this.tell("moveend");
  }

  fitBounds([[south, west], [north, east]]) {
    this.setView({ lat: (south + north) / 2, lng: (west + east) / 2 }, 9);
  }
}

const DIFFERS = [
  [35, 69],
  [36, 70],
];

/** Two maps of a page that has let them look at what differs. */
async function twoMaps() {
  const frames = fakeFrames();
  const page = await tinyStore(frames, { viewport: null, comparedMaps: {} });
  const maps = { a: new FakeMap(33.5, 66, 4), b: new FakeMap(33.5, 66, 4) };
  for (const key of ["a", "b"]) page.attach(`map ${key}`, sharedViewport(maps[key], page, key));
  page.set({ extent: DIFFERS });
  frames.next();
  return { frames, page, maps };
}

test("the first map looks where the page says, the other follows in the next frame", async () => {
  const { frames, page, maps } = await twoMaps();
  assert.deepEqual(page.state.viewport, {
    by: "a",
    centre: { lat: 35.5, lng: 69.5 },
    zoom: 9,
    done: true,
    isLed: true,
  });
  frames.next();
  assert.deepEqual(maps.b.centre, maps.a.centre);
});

test("a map that is told late of its size before it has followed does not take the other with it", async () => {
  const { frames, page, maps } = await twoMaps();
  maps.b.tell("moveend"); // Leaflet tells of a new size a while after
  assert.equal(page.state.viewport.by, "a");
  for (let n = 0; n < 3; n++) frames.next();
  assert.deepEqual(maps.a.centre, { lat: 35.5, lng: 69.5 });
  assert.deepEqual(maps.b.centre, { lat: 35.5, lng: 69.5 });
});

test("a map that a reader moves takes the other along", async () => {
  const { frames, page, maps } = await twoMaps();
  frames.next();
  maps.b.setView({ lat: 34, lng: 65 }, 7);
  frames.next();
  assert.deepEqual(maps.a.centre, { lat: 34, lng: 65 });
  assert.equal(page.state.viewport.isLed, false);
});

test("in a frame of another size the first map looks again at what the page said", async () => {
  const { frames, maps } = await twoMaps();
  frames.next();
  maps.a.stand(33.5, 66, 4);
  maps.a.size = { width: 360, equals: (other) => other.width === 360 };
  maps.a.tell("move");
  maps.a.tell("moveend");
  frames.next();
  assert.deepEqual(maps.a.centre, { lat: 35.5, lng: 69.5 });
  assert.deepEqual(maps.b.centre, { lat: 35.5, lng: 69.5 });
});
