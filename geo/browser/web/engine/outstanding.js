/** What is still to be done on a page, by name, so that whoever needs the page at rest can wait for that. */

/** A set of names of work. It knows no time: a name is in it from when the work is asked for until it is done. */
export class Outstanding {
  /** @type {Set<string | symbol>} */
  #names = new Set();
  /** @type {(() => void)[]} */
  #whenNone = [];

  /** @param {string | symbol} name */
  begin(name) {
    this.#names.add(name);
  }

  /** @param {string | symbol} name */
  end(name) {
    this.#names.delete(name);
    if (this.#names.size) return;
    for (const tell of this.#whenNone.splice(0)) tell();
  }

  /**
   * The same for as long as a promise takes; the answer is the promise's.
   * @template T
   * @param {string} what
   * @param {Promise<T>} promise
   * @returns {Promise<T>}
   */
  async during(what, promise) {
    const name = Symbol(what); // the same may be on its way twice
    this.begin(name);
    try {
      return await promise;
    } finally {
      this.end(name);
    }
  }

  /** Resolves when there is none, also none that followed from the last. */
  async none() {
    while (this.#names.size)
      await /** @type {Promise<void>} */ (new Promise((resolve) => this.#whenNone.push(resolve)));
  }

  /** What it is, for whoever waits in vain. */
  get names() {
    return [...this.#names].map((name) => (typeof name === "symbol" ? (name.description ?? "") : name));
  }
}

/** Work that is done some time after it was last asked for; outstanding until then. */
export class Delayed {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Outstanding} outstanding
   * @param {string} name
   * @param {() => void} work
   */
  constructor(outstanding, name, work) {
    this.outstanding = outstanding;
    this.name = name;
    this.work = work;
  }

  get waits() {
    return this.#timer !== undefined;
  }

  /**
   * Do it after so many milliseconds; what was asked for before is forgotten.
   * @param {number} ms
   */
  after(ms) {
    clearTimeout(this.#timer);
    this.outstanding.begin(this.name);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      try {
        this.work();
      } finally {
        if (!this.waits) this.outstanding.end(this.name); // it may have asked for itself again
      }
    }, ms);
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.outstanding.end(this.name);
  }
}
