/** The layers of what a reader added; made on a map when there is something to draw. */

import { canvasLayer } from "../map/canvas_layer.js";
import { eventPainter } from "../map/events.js";
import { classLimits } from "./choropleth.js";
import { heatPainter, ownLook } from "./style.js";

const HEAT = { pane: "own-heat", zIndex: 305 }; // over the zones, under rivers and borders
const POINTS = { pane: "own", zIndex: 440 }; // over our own events

/** @returns {{draw(state), at(point) => event numbers, countIn(district) => number or null}} */
export function ownLayers(map, replay, areas, names) {
  const { own } = replay;
  let layers = null;
  let drawn = null; // whose painters these are

  function make() {
    const heat = heatPainter(areas, replay.record, names);
    const painters = { events: null };
    const paint = (ctx, view) => {
      const labelled = heat.label(ctx, view);
      painters.events?.paintUnder(ctx, view);
      painters.events?.paint(ctx, view);
      return labelled || Boolean(painters.events?.visible().length);
    };
    layers = {
      heat,
      painters,
      heatLayer: canvasLayer(map, { ...HEAT, paint: heat.paint }),
      pointLayer: canvasLayer(map, { ...POINTS, paint }),
    };
  }

  /** Only what another day changes is painted anew: most of the cost of a day is in the canvases touched. */
  function draw(state) {
    const found = own.inWindow(state);
    if (!found && !layers) return;
    if (!layers) make();
    const { heat, heatLayer, painters, pointLayer } = layers;
    const another = drawn !== own.world;
    if (another) painters.events = own.world && painterOf(own.world.record);
    drawn = own.world;
    const changed = heat.show(found?.heat ? heatOf(own.world, found, state) : null);
    if (changed.classes) heatLayer.repaint();
    const chosen = own.selected < 0 ? [] : [own.selected];
    const points = painters.events?.show(...(found ? [found.first, found.last, chosen] : [0, -1, []]));
    const view = pointLayer.view();
    const labels = changed.provinces || (changed.numbers && view && heat.isNumbered(view));
    if (another || points || labels) pointLayer.repaint();
  }

  function at(pointOn) {
    const view = layers?.pointLayer.view();
    return view && own.world && !own.hidden ? layers.painters.events.at(...pointOn(view)) : [];
  }

  return { draw, at };
}

const painterOf = (record) => eventPainter(record, ownLook());

/** What the heat shows: the counts, and the class limits, which hold for every day with this length of window. */
export function heatOf(world, { counts, many }, { window }) {
  return { counts, limits: classLimits(world.most(window, many)) };
}
