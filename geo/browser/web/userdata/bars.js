/** A strip over the time axis: how many of the events that a reader added begin on each day, on a scale of its own. */

export const OWN_STRIP = 34;
const ROOM = 13; // for the words

/** Draw it between `top` and `top + OWN_STRIP`; `xOf(day)` is where a day stands, `words(most)` says what it is. */
export function ownBars(ctx, { perDay, range: [first, last], xOf, top, style, ink, words, left, right }) {
  const wide = Math.max(2, (right - left) / (last - first + 1));
  const columns = new Map();
  for (let day = Math.floor(first); day <= Math.ceil(last); day++) {
    const column = Math.round(xOf(day) / wide);
    columns.set(column, (columns.get(column) ?? 0) + (perDay[day] ?? 0));
  }
  const most = Math.max(0, ...columns.values());
  const bottom = top + OWN_STRIP - 3;
  const unit = (OWN_STRIP - 3 - ROOM) / Math.max(most, 2);
  ctx.fillStyle = isLight(ink) ? style.ramp[2] : style.colour; // light ink: the ground is dark
  for (const [column, count] of columns) {
    if (!count) continue;
    const height = Math.max(1.5, count * unit);
    ctx.fillRect(column * wide - wide / 2, bottom - height, Math.max(wide - 0.7, 1.5), height);
  }
  ctx.globalAlpha = 0.6;
  ctx.fillRect(left, bottom, right - left, 1);
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink;
  ctx.font = "400 10px system-ui, sans-serif";
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillText(words(most), left, top);
}

/** Whether a colour as the browser computes it ('rgb(250, 250, 250)') is a light one. */
function isLight(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128;
}
