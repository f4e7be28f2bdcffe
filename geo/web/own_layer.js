/** The layers of what a reader added; made on a map when there is something to draw. */

import { canvasLayer } from "./canvas_layer.js";
import { eventPainter } from "./events.js";
import { classLimits } from "./heat.js";
import { heatPainter, ownLook } from "./own_look.js";

const HEAT = { pane: "own-heat", zIndex: 305 }; // over the zones, under rivers and borders
const POINTS = { pane: "own", zIndex: 440 }; // over our own events

/** @returns {{draw(state), at(point) => event numbers, countIn(district) => number or null}} */
export function ownLayers(map, replay, areas) {
  const { own } = replay;
  let layers = null;
  let drawn = null; // whose painters these are

  function make() {
    const heat = heatPainter(areas, replay.record);
    const painters = { events: null };
    const paint = (ctx, view) => {
      heat.label(ctx, view);
      painters.events?.paintUnder(ctx, view);
      painters.events?.paint(ctx, view);
    };
    layers = {
      heat,
      painters,
      heatLayer: canvasLayer(map, { ...HEAT, paint: heat.paint }),
      pointLayer: canvasLayer(map, { ...POINTS, paint }),
    };
  }

  function draw(state) {
    const found = own.inWindow(state);
    if (!found && !layers) return;
    if (!layers) make();
    if (drawn !== own.world) layers.painters.events = own.world && eventPainter(own.world.record, ownLook(own.world.record.style));
    drawn = own.world;
    if (layers.heat.show(found?.heat ? heatOf(own.world, found, state) : null)) layers.heatLayer.repaint();
    if (found) layers.painters.events.show(found.first, found.last, own.selected < 0 ? [] : [own.selected]);
    else layers.painters.events?.show(0, -1, []);
    layers.pointLayer.repaint();
  }

  const at = (pointOn) => (layers?.pointLayer.view() && !own.hidden && own.world ? layers.painters.events.at(...pointOn(layers.pointLayer.view())) : []);

  return { draw, at };
}

/** What the heat shows: the counts, and the class limits, which hold for every day with this length of window. */
export function heatOf(world, { counts, many }, { window }) {
  return { counts, limits: classLimits(world.most(window, many)) };
}
