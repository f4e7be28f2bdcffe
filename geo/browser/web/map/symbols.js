/** Event symbols: a shape and colour by type, a ring by verification; drawn once, then copied. */

import { STYLE } from "../engine/constants.js";

const TURN = { triangle: 0, diamond: 0, square: Math.PI / 4, pentagon: 0, hexagon: 0 };

/** A factory of little canvases by (type, verification, opacity). */
export function symbolFactory(typeNames, verificationNames) {
  const made = new Map();
  return (type, verification, ratio, radius = STYLE.symbol.radius) => {
    const key = `${type} ${verification} ${ratio} ${radius}`;
    if (!made.has(key)) {
      made.set(key, draw(STYLE.symbols[typeNames[type]], STYLE.rings[verificationNames[verification]], ratio, radius));
    }
    return made.get(key);
  };
}

function draw({ shape, colour }, ring, ratio, radius) {
  const size = Math.ceil((radius * 2 + 9) * ratio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  pen.translate(size / 2, size / 2);
  pen.scale(ratio, ratio);
  outline(pen, "circle", radius + STYLE.symbol.ringPx);
  pen.fillStyle = `rgba(255,255,255,${STYLE.symbol.opacity})`;
  pen.fill();
  pen.strokeStyle = STYLE.ink;
  pen.lineWidth = ring.width;
  pen.setLineDash(ring.dash);
  pen.stroke();
  pen.setLineDash([]);
  outline(pen, shape, radius * STYLE.symbol.shapeShare);
  pen.fillStyle = colour;
  pen.fill();
  if (ring.struck) {
    pen.beginPath();
    pen.moveTo(-radius - 2, radius + 2);
    pen.lineTo(radius + 2, -radius - 2);
    pen.lineWidth = STYLE.symbol.strikePx;
    pen.stroke();
  }
  return canvas;
}

function outline(pen, shape, radius) {
  pen.beginPath();
  const sides = STYLE.shapeSides[shape];
  if (!sides) {
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    return;
  }
  const r = radius * (STYLE.shapeGrown[shape] ?? 1);
  for (let i = 0; i <= sides; i++) {
    const angle = TURN[shape] - Math.PI / 2 + (i * 2 * Math.PI) / sides;
    pen.lineTo(r * Math.cos(angle), r * Math.sin(angle));
  }
  pen.closePath();
}
