/** Shapes that travel between Python, the store and the views. No browser reads these files: only `make web` does. */

import type * as Leaflet from "leaflet";
import type { Walk } from "./map/walk.js";
import type { Store } from "./store/store.js";
import type { LeafletMap, MapKey, MapView } from "./types/state.js";

export type * from "./types/base.js";
export type * from "./types/canvas.js";
export type * from "./types/cards.js";
export type * from "./types/events.js";
export type * from "./types/kept.js";
export type * from "./types/layers.js";
export type * from "./types/lens.js";
export type * from "./types/record.js";
export type * from "./types/reference.js";
export type * from "./types/search.js";
export type * from "./types/state.js";
export type * from "./types/user_data.js";

declare global {
  interface Window {
    /** The page's store; for embedders and tests too. */
    conflictReplay?: Store;
    /** The map of this frame, for tests. */
    conflictMap?: { map: LeafletMap; view: MapView; walk: Walk | null; comparedMap?: MapKey };
    /** What scripts of data have left, by the name of the data (`geo/browser/stick.py`). */
    conflictData?: { [name: string]: unknown };
    L: typeof Leaflet;
  }
}
