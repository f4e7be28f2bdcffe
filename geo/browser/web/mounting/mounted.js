/** What Streamlit's components do with their element: mount once, take over new options, go when the element is gone. */

/** @typedef {{update?: (options: any) => void, remove: () => void}} View */

/** @type {WeakMap<Node, Promise<View>>} */
const mounted = new WeakMap();

/**
 * Mount into an element, or hand new options to what stands there; gives what Streamlit calls at the end.
 *
 * Streamlit calls that end also for a call that a newer one overtook while the script was on its way: then the element
 * still stands, and so does what is in it.
 * @param {Node} parent
 * @param {object} options
 * @param {(parent: any, options: any) => View | Promise<View>} mount
 */
export function mountOnce(parent, options, mount) {
  const there = mounted.get(parent);
  if (there) there.then((view) => view.update?.(options));
  else {
    const view = Promise.resolve(mount(parent, options));
    view.catch((error) => console.error(error));
    mounted.set(parent, view);
  }
  return () => {
    const view = mounted.get(parent);
    if (!view || parent.isConnected) return;
    mounted.delete(parent);
    view.then((gone) => gone.remove());
  };
}
