/** Names of provinces, districts and towns by zoom; a name that would touch another is left out. */

import { local } from "./mercator.js";

const BELOW_DISC = 15; // a district's events are drawn where its name would stand
const RANKS = {
  province: { font: "600 12.5px", ink: "#2A251E", spacing: 6 },
  district: { font: "400 10.5px", ink: "#4A443B", spacing: 4 },
  town: { font: "italic 400 11px", ink: "#2A251E", spacing: 5 },
};

/**
 * A painter of labels: {paint, touches(box) whether a box of the canvas touches a name that was painted last}. The
 * names are drawn once for a view and then kept as a picture, since they are painted anew with the events of each day.
 */
export function labelPainter(record, towns) {
  const told = record.provinces.map(() => 0);
  for (const province of record.raw.events.province) if (province >= 0) told[province] += 1;
  const mostTold = [...record.provinces.keys()].sort((a, b) => told[b] - told[a]); // where names touch, these stay
  const entries = [
    ...mostTold.map((n) => record.provinces[n]).map((p) => entry("province", p.name, p.lon, p.lat)),
    ...record.districts.map((d) => entry("district", d.name, d.lon, d.lat)),
    ...towns.map(([name, lon, lat, people]) => ({ ...entry("town", name, lon, lat), people })),
  ];
  const picture = document.createElement("canvas");
  let drawnFor = null;
  let taken = [];
  const touches = (box) => taken.some((other) => overlap(other, box));

  function paint(ctx, view) {
    if (drawnFor !== view) {
      [picture.width, picture.height] = [view.width, view.height];
      draw(picture.getContext("2d"), view);
      drawnFor = view;
    }
    ctx.drawImage(picture, 0, 0);
  }

  function draw(ctx, view) {
    taken = [];
    for (const label of entries) {
      if (!wanted(label, view.zoom)) continue;
      const below = label.rank === "district" ? BELOW_DISC * view.ratio : 0;
      const [x, y] = [label.x * view.scale + view.x, label.y * view.scale + view.y + below];
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      write(ctx, view, label, x, y, taken);
    }
  }

  return { paint, touches };
}

const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

function entry(rank, text, lon, lat) {
  const [x, y] = local(lon, lat);
  return { rank, text, x, y };
}

function wanted(label, zoom) {
  if (label.rank === "province") return zoom < 9.5;
  if (label.rank === "district") return zoom >= 7.75;
  return (
    label.people >= 2e6 || (zoom >= 7 && label.people >= 60000) || (zoom >= 8.5 && label.people >= 10000) || zoom >= 10
  );
}

function write(ctx, view, label, x, y, taken) {
  const { font, ink, spacing } = RANKS[label.rank];
  const [style, size] = [font.replace(/ [\d.]+px$/, ""), parseFloat(font.match(/([\d.]+)px/)[1]) * view.ratio];
  ctx.font = `${style} ${size}px system-ui, "Segoe UI", "Noto Sans", sans-serif`;
  const dot = label.rank === "town";
  const width = ctx.measureText(label.text).width;
  const left = dot ? x + 4 * view.ratio : x - width / 2;
  const gap = spacing * view.ratio;
  const box = [left - gap, y - size * 0.7 - gap / 2, left + width + gap, y + size * 0.7 + gap / 2];
  if (taken.some((other) => overlap(other, box))) return;
  taken.push(box);
  if (dot) {
    ctx.beginPath();
    ctx.arc(x, y, 1.8 * view.ratio, 0, 2 * Math.PI);
    ctx.fillStyle = ink;
    ctx.fill();
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * view.ratio;
  ctx.strokeStyle = "rgba(255,253,248,0.85)";
  ctx.strokeText(label.text, left, y);
  ctx.fillStyle = ink;
  ctx.fillText(label.text, left, y);
}
