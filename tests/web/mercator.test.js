import assert from "node:assert/strict";
import { test } from "node:test";
import { local, projection, UNITS, unitsPerKm } from "../../geo/browser/web/engine/mercator.js";

test("local units grow eastwards and southwards from the middle of the country", () => {
  assert.deepEqual(local(67.7, 33.9), [0, 0]);
  const [east, south] = local(68.7, 32.9);
  assert.ok(east > 0 && south > 0);
});

test("a degree of longitude is the same everywhere, a degree of latitude grows towards the pole", () => {
  const [one] = local(68.7, 30);
  const [other] = local(68.7, 38);
  assert.ok(Math.abs(one - UNITS / 360) < 1e-9);
  assert.equal(one, other);
  const high = (lat) => local(67.7, lat)[1] - local(67.7, lat + 1)[1];
  assert.ok(high(37) > high(30));
});

test("a kilometre is longer in local units the nearer it lies to the pole", () => {
  assert.ok(Math.abs(unitsPerKm(0) * 40075.017 - UNITS) < 1e-9);
  assert.ok(Math.abs(unitsPerKm(60) / unitsPerKm(0) - 2) < 1e-9);
});

test("at a zoom the projection puts a point where Leaflet puts it", () => {
  const map = { getZoom: () => 3, getPixelOrigin: () => ({ x: 100, y: 50 }) };
  const { scale, x, y } = projection(map);
  const [u, v] = local(0, 0); // the middle of Leaflet's world of 256 × 2³ pixels
  assert.ok(Math.abs(u * scale + x - (1024 - 100)) < 1e-6);
  assert.ok(Math.abs(v * scale + y - (1024 - 50)) < 1e-6);
});
