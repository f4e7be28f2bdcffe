/** Outlines over the zones: the selected district or place, and what changed since the day to compare with. */

import { STYLE } from "../engine/constants.js";
import { inLocalUnits } from "./canvas_layer.js";
import { circle } from "./zones.js";

const CHANGED = "#A3195B";
const SELECTED = STYLE.ink;

export function highlightPainter(areas, record) {
  let selected = -1;
  let place = null;
  let changed = [];
  let sign = "";

  /** Choose what to outline; false when nothing is different from before. */
  function show(state) {
    selected = state.district ? record.districts.findIndex(({ id }) => id === state.district) : -1;
    place = record.zones.find(({ id, lon }) => id === state.place && lon !== null) ?? null;
    changed =
      state.since === null
        ? []
        : record
            .difference(state.since, state.day, state.perspective, state.sincePerspective)
            .map(({ district }) => district);
    const next = `${selected} ${place?.id} ${changed.join()}`;
    const same = next === sign;
    sign = next;
    return !same;
  }

  function paint(ctx, view) {
    inLocalUnits(ctx, view, (px) => {
      ctx.lineJoin = "round";
      for (const number of changed) {
        ctx.fillStyle = `${CHANGED}22`;
        ctx.fill(areas[number].path);
        outline(ctx, areas[number].path, CHANGED, 2.5 * px);
      }
      if (selected >= 0) outline(ctx, areas[selected].path, SELECTED, 2.5 * px);
      if (place) outline(ctx, circle(place), SELECTED, 2.5 * px);
    });
  }

  return { show, paint };
}

function outline(ctx, path, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
}
