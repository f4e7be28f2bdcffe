/** Names of provinces, districts and towns by zoom: beside each other and not under marks; what has no room is left out. */

import { STYLE } from "../engine/constants.js";
import { local } from "../engine/mercator.js";

const STEP = 13; // how far a province's name steps up or down from what stands there
const MOST_HIDDEN = 0.15; // of a name's length; one that would be hidden more is left out
const RANKS = {
  province: { style: "600", size: 12.5, ink: STYLE.nameInk, spacing: 6 },
  district: { style: "400", size: 10.5, ink: STYLE.outerBorder, spacing: 4 },
  town: { style: "italic 400", size: 11, ink: STYLE.nameInk, spacing: 5 },
};

/**
 * A painter of labels: {paint, settle, touches(box) whether a box of the canvas touches a name that was painted last}.
 * The names are drawn once for a view and then kept as a picture, since they are painted anew with the events of each
 * day; so they also stand still while days go by. `settle` is for when the reader has come to rest.
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
  const ctx = picture.getContext("2d");
  let drawnFor = null;
  let written = [];
  const touches = (box) => written.some((name) => overlap(name.box, box));

  /** The answer is whether the view is a new one, in which the names know of no marks. */
  function paint(target, view) {
    const fresh = drawnFor !== view;
    if (fresh) draw(view, placed(view, []));
    target.drawImage(picture, 0, 0);
    return fresh;
  }

  /** Put the names beside the marks ({x, y, radius}); the answer is whether the picture is another one. */
  function declutter(view, obstacles) {
    if (drawnFor !== view) return false;
    const wishes = placed(view, obstacles);
    const alike = (name, at) =>
      name.x === written[at]?.x && name.y === written[at].y && name.label === written[at].label;
    if (wishes.length === written.length && wishes.every(alike)) return false;
    draw(view, wishes);
    return true;
  }

  function placed(view, obstacles) {
    const names = [];
    for (const label of entries) {
      if (!wanted(label, view.zoom)) continue;
      const [x, y] = [label.x * view.scale + view.x, label.y * view.scale + view.y];
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const free = spots(ctx, view, label, x, y).filter(({ box }) => names.every((name) => !overlap(name.box, box)));
      if (!free.length) continue;
      const hidden = free.map(({ text }) => obstacles.reduce((sum, mark) => sum + covered(mark, text), 0));
      const least = Math.min(...hidden);
      const best = free[hidden.indexOf(least)];
      if (least <= MOST_HIDDEN * (best.text[2] - best.text[0])) names.push({ ...best, label });
    }
    return names;
  }

  function draw(view, names) {
    [picture.width, picture.height] = [view.width, view.height];
    for (const name of names) write(ctx, view, name);
    [drawnFor, written] = [view, names];
  }

  const under = (obstacles) => written.filter(({ text }) => obstacles.some((mark) => covered(mark, text) > 0));

  return { paint, declutter, touches, under };
}

const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

function entry(rank, text, lon, lat) {
  const [x, y] = local(lon, lat);
  return { rank, text, x, y };
}

function wanted(label, zoom) {
  if (label.rank === "province") return zoom < STYLE.provinceNamesBelowZoom;
  if (label.rank === "district") return zoom >= STYLE.districtNamesFromZoom;
  return STYLE.townRanks.some(([from, people]) => zoom >= from && label.people >= people);
}

/** How much of a name's length a mark covers. */
function covered({ x, y, radius }, [left, top, right, bottom]) {
  const off = Math.max(top - y, 0, y - bottom);
  if (off >= radius) return 0;
  const half = Math.sqrt(radius * radius - off * off);
  return Math.max(0, Math.min(right, x + half) - Math.max(left, x - half));
}

/**
 * Where a name may stand, the best place first: {x, y} where its text begins, {dot} what it
 * names, {text} where its letters are, {box} what it takes.
 */
function spots(ctx, view, label, x, y) {
  const rank = RANKS[label.rank];
  const [size, gap] = [rank.size * view.ratio, rank.spacing * view.ratio];
  ctx.font = fontOf(rank, view.ratio);
  const width = ctx.measureText(label.text).width;
  const aside = width / 2 + 4 * view.ratio; // from a town's dot
  const step = STEP * view.ratio;
  const below = STYLE.belowDiscPx * view.ratio;
  const offsets = {
    province: [0, -step, step].map((dy) => [0, dy]), // no farther: a name on a neighbour's ground would be untrue
    district: [below, -below].map((dy) => [0, dy]),
    town: [aside, -aside].map((dx) => [dx, 0]),
  }[label.rank];
  return offsets.map(([dx, dy]) => {
    const [left, middle] = [x + dx - width / 2, y + dy];
    const text = [left, middle - size * 0.45, left + width, middle + size * 0.45];
    const box = [left - gap, middle - size * 0.7 - gap / 2, left + width + gap, middle + size * 0.7 + gap / 2];
    return { x: left, y: middle, dot: [x, y], text, box };
  });
}

const fontOf = ({ style, size }, ratio) => `${style} ${size * ratio}px system-ui, "Segoe UI", "Noto Sans", sans-serif`;

function write(ctx, view, { x, y, dot, label }) {
  const { ink } = RANKS[label.rank];
  ctx.font = fontOf(RANKS[label.rank], view.ratio);
  if (label.rank === "town") {
    ctx.beginPath();
    ctx.arc(...dot, 1.8 * view.ratio, 0, 2 * Math.PI);
    ctx.fillStyle = ink;
    ctx.fill();
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * view.ratio;
  ctx.strokeStyle = `${STYLE.halo}D9`;
  ctx.strokeText(label.text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(label.text, x, y);
}
