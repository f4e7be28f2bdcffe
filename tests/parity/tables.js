/** What several comparisons share: values worked out once, and keys in one order. */

/** What `make` gives for a key, worked out once a key. */
export function once(make, made = new Map()) {
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}

/** The named keys of a value, in their order. */
export const inOrder = (keys, value) => Object.fromEntries(keys.map((key) => [key, value[key]]));
