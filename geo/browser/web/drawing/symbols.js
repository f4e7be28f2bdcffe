/** Event symbols: a shape and colour by type, a ring by verification; drawn once, then copied. */

import { STYLE } from "../engine/constants.js";
import { MAP_STYLE } from "../engine/map_constants.js";
import { translucent } from "./translucent.js";

/** @import { Ring } from "../types.js" */

const TURNED = "square"; // it stands on a side, the others on a corner

/**
 * A factory of little canvases by the numbers of a type and a verification.
 * @param {string[]} typeNames
 * @param {string[]} verificationNames
 */
export function symbolFactory(typeNames, verificationNames) {
  /** @type {Map<string, HTMLCanvasElement>} */
  const made = new Map();
  /** @type {(type: number, verification: number, ratio: number, radius?: number) => HTMLCanvasElement} */
  return (type, verification, ratio, radius = MAP_STYLE.symbol.radius) => {
    const key = `${type} ${verification} ${ratio} ${radius}`;
    const known = made.get(key);
    if (known) return known;
    const ring = MAP_STYLE.rings[verificationNames[verification]];
    const canvas = draw(STYLE.symbols[typeNames[type]], ring, ratio, radius);
    made.set(key, canvas);
    return canvas;
  };
}

/**
 * A factory of the small form: the type's shape alone, with a thin white edge.
 * @param {string[]} typeNames
 */
export function smallSymbolFactory(typeNames) {
  /** @type {Map<string, HTMLCanvasElement>} */
  const made = new Map();
  /** @type {(type: number, ratio: number, radius: number) => HTMLCanvasElement} */
  return (type, ratio, radius) => {
    const key = `${type} ${ratio} ${radius}`;
    const canvas = made.get(key) ?? drawSmall(STYLE.symbols[typeNames[type]], ratio, radius);
    made.set(key, canvas);
    return canvas;
  };
}

/**
 * @param {{[name: string]: string}} symbol
 * @param {number} ratio
 * @param {number} radius
 */
function drawSmall({ shape, colour }, ratio, radius) {
  const { canvas, pen } = sheet(radius * 2 + 5, ratio);
  outline(pen, shape, radius);
  pen.lineJoin = "round";
  pen.lineWidth = 2;
  pen.strokeStyle = MAP_STYLE.white;
  pen.stroke();
  pen.fillStyle = colour;
  pen.fill();
  return canvas;
}

/**
 * A little canvas whose middle is its origin.
 * @param {number} side in CSS pixels
 * @param {number} ratio
 */
function sheet(side, ratio) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(side * ratio);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.scale(ratio, ratio);
  return { canvas, pen };
}

/**
 * @param {{[name: string]: string}} symbol its `shape` and `colour`
 * @param {Ring} ring
 * @param {number} ratio
 * @param {number} radius
 */
function draw({ shape, colour }, ring, ratio, radius) {
  const { canvas, pen } = sheet(radius * 2 + 9, ratio);
  outline(pen, "circle", radius + MAP_STYLE.symbol.ringPx);
  pen.fillStyle = translucent(MAP_STYLE.white, MAP_STYLE.symbol.opacity);
  pen.fill();
  pen.strokeStyle = STYLE.ink;
  pen.lineWidth = ring.width;
  pen.setLineDash(ring.dash);
  pen.stroke();
  pen.setLineDash([]);
  outline(pen, shape, radius * MAP_STYLE.symbol.shapeShare);
  pen.fillStyle = colour;
  pen.fill();
  if (ring.struck) strike(pen, radius + 2);
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} reach
 */
function strike(pen, reach) {
  pen.beginPath();
  pen.moveTo(-reach, reach);
  pen.lineTo(reach, -reach);
  pen.lineWidth = MAP_STYLE.symbol.strikePx;
  pen.stroke();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} shape
 * @param {number} radius
 */
function outline(pen, shape, radius) {
  pen.beginPath();
  const sides = MAP_STYLE.shapeSides[shape];
  if (!sides) {
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    return;
  }
  const r = radius * (MAP_STYLE.shapeGrown[shape] ?? 1);
  const turn = shape === TURNED ? Math.PI / 4 : 0;
  for (let i = 0; i <= sides; i++) {
    const angle = turn - Math.PI / 2 + (i * 2 * Math.PI) / sides;
    pen.lineTo(r * Math.cos(angle), r * Math.sin(angle));
  }
  pen.closePath();
}
