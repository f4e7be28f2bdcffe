/** What the axis tells beside its bars: moments with a name, strips of what was added, what lies under a pointer. */

import { DayHint, dayLines, rowLines } from "./day_hint.js";
import { Moments } from "./moments.js";
import { Strips } from "./strips.js";

/** @import { Axis } from "../handle/axis.js" */
/** @import { Store } from "../store/store.js" */

export class AxisWords {
  /**
   * @param {Store} store
   * @param {Axis} axis
   */
  constructor(store, axis) {
    const { histogram } = axis;
    this.store = store;
    this.axis = axis;
    this.strips = new Strips(store);
    this.hint = new DayHint();
    axis.box.append(this.hint.root);
    this.moments = new Moments(store.record, store.t, (day) => store.jump(day), histogram.marks);
    histogram.take(this.moments, this.strips, store.state?.day ?? 0);
    axis.tell = (x, y) => this.#tell(x, y);
  }

  /**
   * Tell what lies under a pointer; nothing where there is none.
   * @param {number | null} x
   * @param {number} y
   */
  #tell(x, y) {
    if (x === null) return this.hint.hide();
    const { axis, store, strips, moments } = this;
    const { histogram } = axis;
    const isStrip = histogram.partAt(x, y, false) !== "day" && y >= 0;
    const day = isStrip ? histogram.stripDayAt(x) : histogram.dayAt(x);
    const row = axis.rowAt(y);
    const of = { events: histogram.eventsOn(day), moment: moments.on(day), reference: strips.referenceOn(day) };
    const lines = row ? rowLines(store, row, day) : dayLines(store, day, of);
    this.hint.show(lines, x, histogram.width);
  }
}
