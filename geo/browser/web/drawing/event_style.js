/** How the events of our record are drawn; another set of events may have another style (`userdata/style.js`). */

import { STYLE } from "../engine/constants.js";
import { groupBy } from "./clusters.js";
import { EventPixels } from "./event_pixels.js";
import { smallSymbolFactory, symbolFactory } from "./symbols.js";

/** @import { EventStyle } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * @param {Record} record
 * @returns {EventStyle}
 */
export function recordStyle(record) {
  const { typeNames, verificationNames } = record.events;
  const symbol = symbolFactory(typeNames, verificationNames);
  const small = smallSymbolFactory(typeNames);
  const pixels = new EventPixels(record);
  return {
    ink: STYLE.ink,
    symbol(lead, members, ratio, radius) {
      const grade = Math.min(...members.map((i) => record.events.verification[i]));
      return symbol(record.events.type[lead], grade, ratio, radius);
    },
    small: (lead, ratio, radius) => small(record.events.type[lead], ratio, radius),
    area(ctx, x, y, radius, members) {
      const type = commonest(members, record.events.type);
      softDisc(ctx, x, y, radius, STYLE.symbols[typeNames[type]].colour);
    },
    many: (ctx, view, span) => pixels.paint(ctx, view, span),
  };
}

/**
 * A district: a soft disc in the colour of the commonest type.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 */
function softDisc(ctx, x, y, radius, colour) {
  const glow = ctx.createRadialGradient(x, y, 0, x, y, radius);
  glow.addColorStop(0, `${colour}B0`);
  glow.addColorStop(0.55, `${colour}70`);
  glow.addColorStop(1, `${colour}00`);
  ctx.fillStyle = glow;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/**
 * The value that most of these have.
 * @param {number[]} members
 * @param {ArrayLike<number>} values
 */
function commonest(members, values) {
  const [[value]] = [...groupBy(members, values)].sort((a, b) => b[1].length - a[1].length);
  return value;
}
