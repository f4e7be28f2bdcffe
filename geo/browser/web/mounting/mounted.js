/** What Streamlit's components do with their element: mount once, take over new options, go when the element is gone. */

/** @typedef {{update?: (options: any) => void, remove: () => void}} View */

/** @typedef {{assets?: {record?: string}}} Options */

/** @type {WeakMap<Node, {record: string | undefined, view: Promise<View>}>} */
const mounted = new WeakMap();

/**
 * Mount into an element, or hand new options to what stands there; gives what Streamlit calls at the end. What shows
 * another record than before (of another version, or as known on another day) is mounted anew.
 *
 * Streamlit calls that end also for a call that a newer one overtook while the script was on its way: then the element
 * still stands, and so does what is in it.
 * @param {Element} parent
 * @param {any} options
 * @param {(parent: any, options: any) => View | Promise<View>} mount
 */
export function mountOnce(parent, options, mount) {
  const there = mounted.get(parent);
  const record = /** @type {Options} */ (options).assets?.record;
  if (there && there.record === record) there.view.then((view) => view.update?.(options));
  else {
    const view = there
      ? there.view.then((before) => before.remove()).then(() => mount(parent, options))
      : Promise.resolve(mount(parent, options));
    view.catch((error) => console.error(error));
    mounted.set(parent, { record, view });
  }
  return () => {
    const gone = mounted.get(parent);
    if (!gone || parent.isConnected) return;
    mounted.delete(parent);
    gone.view.then((view) => view.remove());
  };
}
