/** One of two maps of a page: the store as that map sees it. */

/** @import { MapKey, MapStore, State, View } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * The store for one map. Its state is the page's with that map's day and perspective; the other map is what it is
 * compared with.
 * @param {Store} page
 * @param {MapKey} key which of `state.comparedMaps`
 * @returns {MapStore}
 */
export function comparedMap(page, key) {
  /** @type {Map<View, View>} */
  const adapted = new Map();
  return {
    record: page.record,
    t: page.t,
    get state() {
      return stateOf(page.state, key);
    },
    set: (change) => page.set(change),
    commit: () => page.commit(),
    painted: (day) => page.painted(day, key),
    attach(name, view) {
      const inPage = adaptedTo(view, key);
      adapted.set(view, inPage);
      page.attach(`${name} ${key}`, inPage);
    },
    detach(name, view) {
      const inPage = adapted.get(view);
      if (inPage) page.detach(`${name} ${key}`, inPage);
    },
  };
}

/**
 * The page's state as one of its maps sees it.
 * @param {State} state
 * @param {MapKey} key
 * @returns {State}
 */
function stateOf(state, key) {
  if (!state?.comparedMaps) return state;
  const other = state.comparedMaps[key === "a" ? "b" : "a"];
  return { ...state, ...state.comparedMaps[key], since: other.day, sincePerspective: other.perspective };
}

/**
 * A view of one map as a view of the page.
 * @param {View} view
 * @param {MapKey} key
 * @returns {View}
 */
function adaptedTo(view, key) {
  return {
    draw(state, changed) {
      if (state.comparedMaps && !onlyViewport(changed)) view.draw(stateOf(state, key), changed);
    },
  };
}

/** @param {Set<string>} changed */
const onlyViewport = (changed) => changed.size === 1 && changed.has("viewport");
