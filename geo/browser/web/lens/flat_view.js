/** A map as it stands now, as plain numbers, and whether a lens is of use on it. */

import { STYLE } from "../engine/constants.js";
import { projection } from "../engine/mercator.js";
import { boxOn } from "../map/events.js";
import { isOverlapping } from "../map/label_places.js";

/** @import { LeafletMap, LensView as FlatView } from "../types.js" */
/** @import { DatedLens } from "./lenses.js" */

/** A frame that takes up more of the map than this shows what its lens would. */
const MOST_OF_MAP = 0.4;

/**
 * The map as it is now, above the line of credits.
 * @param {LeafletMap} map
 * @returns {FlatView}
 */
export function flatView(map) {
  const { x: width, y: height } = map.getSize();
  const { scale, x, y } = projection(map);
  const pane = map._getMapPanePos();
  const credits = map.attributionControl?.getContainer()?.offsetHeight ?? 0;
  return { width, height: height - credits, scale, x: x + pane.x, y: y + pane.y };
}

/**
 * Whether the frame of a lens is on the map and leaves most of it to others.
 * @param {FlatView} view
 * @param {DatedLens} lens
 */
export function isUseful(view, { shown }) {
  const frame = boxOn({ ...view, ratio: 1, zoom: 0 }, shown);
  const isWide = view.width >= STYLE.lens.narrowPx;
  const share = ((frame[2] - frame[0]) * (frame[3] - frame[1])) / (view.width * view.height);
  return isOverlapping(frame, [0, 0, view.width, view.height]) && !(isWide && share > MOST_OF_MAP);
}
