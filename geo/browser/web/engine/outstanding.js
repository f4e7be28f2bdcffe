/** What is still to be done on a page, by name, so that whoever needs the page at rest can wait for that. */

/** A set of names of work. It knows no time: a name is in it from when the work is asked for until it is done. */
export class Outstanding {
  #names = new Set();
  #whenNone = [];

  begin(name) {
    this.#names.add(name);
  }

  end(name) {
    this.#names.delete(name);
    if (this.#names.size) return;
    for (const tell of this.#whenNone.splice(0)) tell();
  }

  /** The same for as long as a promise takes; the answer is the promise's. */
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
    while (this.#names.size) await new Promise((resolve) => this.#whenNone.push(resolve));
  }

  /** What it is, for whoever waits in vain. */
  get names() {
    return [...this.#names].map((name) => name.description ?? name);
  }
}

/** Work that is done some time after it was last asked for; outstanding until then. */
export class Delayed {
  #timer = null;

  constructor(outstanding, name, work) {
    Object.assign(this, { outstanding, name, work });
  }

  get waits() {
    return this.#timer !== null;
  }

  /** Do it after so many milliseconds; what was asked for before is forgotten. */
  after(ms) {
    clearTimeout(this.#timer);
    this.outstanding.begin(this.name);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      try {
        this.work();
      } finally {
        if (!this.waits) this.outstanding.end(this.name); // it may have asked for itself again
      }
    }, ms);
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.outstanding.end(this.name);
  }
}
