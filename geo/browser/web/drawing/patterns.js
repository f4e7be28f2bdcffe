/** Patterns of lines and dots, made once and kept, so that no meaning hangs on colour alone. */

import { STYLE } from "../engine/constants.js";

/** @import { Pattern, Strokes } from "../types.js" */

const { signs } = STYLE;
/** @type {{[name: string]: Pattern}} */
const PATTERNS = /** @type {any} */ (signs.patterns);
const AROUND = [-1, 0, 1];

/** @type {Map<string, CanvasPattern>} */
const kept = new Map();

/**
 * A pattern in its colour, over a light line where it is cased, over a ground where there is one.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Pick<Strokes, "pattern" | "colour" | "cased">} strokes
 * @param {number} ratio
 * @param {string} [ground]
 */
export function patternOf(ctx, { pattern, colour, cased }, ratio, ground = "") {
  const key = `${pattern} ${colour} ${cased} ${ratio} ${ground}`;
  const known = kept.get(key);
  if (known) return known;
  const made = /** @type {CanvasPattern} */ (
    ctx.createPattern(tileOf({ pattern, colour, cased }, ratio, ground), "repeat")
  );
  kept.set(key, made);
  return made;
}

/**
 * What such a pattern repeats.
 * @param {Pick<Strokes, "pattern" | "colour" | "cased">} strokes
 * @param {number} ratio
 * @param {string} [ground]
 */
export function tileOf({ pattern, colour, cased }, ratio, ground = "") {
  const one = PATTERNS[pattern];
  const canvas = document.createElement("canvas");
  const size = Math.round(stepOf(pattern) * ratio);
  canvas.width = canvas.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  if (ground) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, size, size);
  }
  const layer = { pen, size, ratio };
  if (cased) draw(layer, one, { colour: STYLE.halo, opacity: signs.casingOpacity, wider: signs.casingPx });
  draw(layer, one, { colour, opacity: 1, wider: 0 });
  return canvas;
}

/**
 * After how many CSS pixels a pattern repeats.
 * @param {string} pattern
 */
export const stepOf = (pattern) => PATTERNS[pattern].step;

/**
 * `disputed` (strokes that fall) and `active` (dots), as they lie over other things than areas.
 * @param {CanvasRenderingContext2D} ctx
 * @param {"disputed" | "active"} kind
 * @param {string} colour
 * @param {number} ratio
 */
export const overlay = (ctx, kind, colour, ratio) => patternOf(ctx, { pattern: kind, colour, cased: false }, ratio);

/**
 * What lies in a square and, beyond its edges, in those around it.
 * @param {{pen: CanvasRenderingContext2D, size: number, ratio: number}} layer
 * @param {Pattern} pattern
 * @param {{colour: string, opacity: number, wider: number}} ink
 */
function draw({ pen, size, ratio }, { width, lines, dots }, { colour, opacity, wider }) {
  pen.globalAlpha = opacity;
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = (width + 2 * wider) * ratio;
  const strokes = new Path2D();
  const discs = new Path2D();
  for (const dx of AROUND)
    for (const dy of AROUND) {
      for (const line of lines)
        line.forEach(([x, y], at) => {
          strokes[at ? "lineTo" : "moveTo"]((x + dx) * size, (y + dy) * size);
        });
      for (const [x, y] of dots) disc(discs, (x + dx) * size, (y + dy) * size, (width + wider) * ratio);
    }
  if (lines.length) pen.stroke(strokes);
  pen.fill(discs);
}

/**
 * @param {Path2D} path
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function disc(path, x, y, radius) {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}
