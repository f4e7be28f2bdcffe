/** One of two maps of a page: the conductor as that map sees it, and a sight that both maps share. */

import { lookAtExtent } from "../engine/viewport.js";

const SAME_DEGREES = 1e-7;

/**
 * The conductor for one side. Its state is the page's with that side's day and perspective; the other side is
 * what it is compared with. @param side 'a' or 'b', a key of `state.sides`: {a: {day, perspective}, b: …}
 */
export function oneSide(page, side) {
  const own = (state) => {
    if (!state?.sides) return state;
    const other = state.sides[side === "a" ? "b" : "a"];
    return { ...state, ...state.sides[side], since: other.day, sincePerspective: other.perspective };
  };
  const adapted = new Map();
  return {
    record: page.record,
    t: page.t,
    get state() {
      return own(page.state);
    },
    set: (change) => page.set(change),
    commit: () => page.commit(),
    painted: (day) => page.painted(day),
    attach(name, view) {
      const draw = (state, changed) => {
        if (state.sides && !onlySight(changed)) view.draw(own(state), changed);
      };
      adapted.set(view, { draw });
      page.attach(`${name} ${side}`, adapted.get(view));
    },
    detach: (name, view) => page.detach(`${name} ${side}`, adapted.get(view)),
  };
}

/** Where one map is moved, the others follow, while it moves. Said through the conductor: `state.sight`. */
export function sharedSight(map, page, side) {
  let following = false;

  const tell = (centre, zoom, done) => {
    const told = page.state?.sight;
    if (following || (done === told?.done && same(told, centre, zoom))) return;
    page.set({ sight: { by: side, centre, zoom, done } });
  };
  map.on("zoomanim", ({ center, zoom }) => tell(center, zoom, false));
  map.on("move", () => tell(map.getCenter(), map.getZoom(), false));
  map.on("moveend", () => tell(map.getCenter(), map.getZoom(), true));

  const view = {
    draw({ sight }, changed) {
      if (!sight || sight.by === side || !changed.has("sight")) return;
      following = true;
      follow(map, sight);
      following = false;
    },
  };
  page.attach(`sight ${side}`, view);
  addEventListener("pagehide", () => page.detach(`sight ${side}`, view));
  return { draw: (state, changed) => lookAtExtent(map, state, changed) };
}

/** While the other map is dragged only the pane moves; at rest, and at another zoom, everything is drawn anew. */
function follow(map, { centre, zoom, done }) {
  if (zoom !== map.getZoom()) return map.setView(centre, zoom, { animate: !done });
  if (done) return map.setView(centre, zoom, { animate: false });
  return map._rawPanBy(map.project(centre).subtract(map.project(map.getCenter())));
}

const onlySight = (changed) => changed.size === 1 && changed.has("sight");

const same = (told, centre, zoom) =>
  told &&
  told.zoom === zoom &&
  Math.abs(told.centre.lat - centre.lat) < SAME_DEGREES &&
  Math.abs(told.centre.lng - centre.lng) < SAME_DEGREES;
