/**
 * The conductor: holds what the reader looks at and tells the map, the timeline and the panel, once a
 * frame. The page owns it as `window.conflictReplay`; the map's frame finds it there.
 *
 * For embedders and tests: {ready: Promise, settled(): Promise, day, setDay(iso), lastPaint: {day, at}, state, set(change)}.
 */

import { Own } from "../userdata/userdata.js";
import { FILTER_KEYS } from "./constants.js";
import { Delayed, Outstanding } from "./outstanding.js";
import { Record } from "./record.js";
import { translator } from "./text.js";

const COMMIT_AFTER_MS = 350;
const MADE = "conflict-replay-made"; // an event of the page, for frames that were there before the conductor
const PACKED = ".json.gz"; // beside it lies the same, not packed, for browsers that can't unpack

/** What `set` takes so that nothing is selected. */
export const NOTHING = { province: null, district: null, place: null, event: null };

export class Replay {
  constructor(assets) {
    this.assets = assets;
    this.views = new Map();
    this.changed = new Set();
    this.lastPaint = null;
    this.outstanding = new Outstanding();
    this.waiting = 0;
    this.moving = false;
    this.onCommit = () => {};
    this.owesCommit = false;
    this.committing = new Delayed(
      this.outstanding,
      "a report of the view",
      () => this.player?.playing || this.commit(),
    );
    this.state = null;
    this.own = new Own(this);
    this.loaded = this.outstanding.during("the record", this.#load());
    this.ready = new Promise((resolve) => (this.mapPainted = resolve));
  }

  async #load() {
    const [record, texts] = await Promise.all([fetchJson(this.assets.record), fetchJson(this.assets.texts)]);
    this.record = new Record(record);
    this.t = translator(texts);
  }

  /** The day on show, 'YYYY-MM-DD'. */
  get day() {
    return this.state ? this.record.iso(this.state.day) : null;
  }

  /** Show a day ('YYYY-MM-DD'); false when it is no day of the replay. */
  setDay(iso) {
    const day = this.record.dayNumber(iso);
    if (day === null) return false;
    this.set({ day });
    return true;
  }

  /** Change what is looked at; everything is drawn in the next frame. */
  set(change) {
    const next = { ...this.state, ...change };
    next.day = this.record.clampDay(next.day);
    for (const key of Object.keys(next)) if (!this.state || this.state[key] !== next[key]) this.changed.add(key);
    this.state = next;
    if (this.changed.size) this.#drawSoon();
  }

  /** Let everything be drawn in the next frame, for something outside the view that has changed. */
  tell(...changed) {
    if (this.state) this.#drawSoon(...changed);
  }

  #drawSoon(...changed) {
    for (const key of changed) this.changed.add(key);
    this.outstanding.begin("a frame");
    this.waiting ||= requestAnimationFrame(() => this.draw());
  }

  /**
   * Said when a handle is held or the replay plays, and when that ends. While days pass by, views draw what can be
   * read in passing; at rest ('rest' is among what has changed) they draw everything. Nothing is told to the server
   * before.
   */
  move(moving) {
    if (this.moving === moving) return;
    this.moving = moving;
    if (moving) return void this.outstanding.begin("a held handle or a fast replay");
    this.outstanding.end("a held handle or a fast replay");
    this.#drawSoon("rest");
    if (this.owesCommit) this.commit();
  }

  /**
   * Resolves, with the conductor, when the page is at rest: the map has painted what `state` says, no frame is asked
   * for, no data are on their way, nothing moves or plays, and nothing is left to report. What a server answers to
   * the last report is not waited for.
   */
  async settled() {
    await this.ready;
    do await this.outstanding.none();
    while (this.outstanding.names.length);
    return this;
  }

  /** What is looked at, as an address has it. */
  view() {
    const { day, extent, since, ...view } = this.state;
    return { ...view, date: this.day, since: since === null ? null : this.record.iso(since) };
  }

  /** Tell the server (the address follows): at once, or when what moves has come to rest. */
  commit() {
    this.committing.cancel();
    this.owesCommit = this.moving;
    if (this.state && !this.moving) this.onCommit(this.view());
  }

  /** The same when nothing follows at once; what plays tells when it ends. */
  commitSoon() {
    this.committing.after(COMMIT_AFTER_MS);
  }

  /** Stop playing, show a day, and tell the server when no further step follows at once. */
  jump(day) {
    this.player?.pause();
    this.set({ day });
    this.commitSoon();
  }

  draw() {
    this.waiting = 0;
    const changed = this.changed;
    this.changed = new Set();
    if (FILTER_KEYS.some((key) => changed.has(key))) {
      this.record.filter.choose(this.state);
      this.own.choose(this.state);
    }
    for (const view of this.views.values()) view.draw(this.state, changed);
    if (!this.waiting) this.outstanding.end("a frame");
  }

  /** A view ({draw(state, changed)}) under a name; a new one of the same name takes its place. */
  attach(name, view) {
    this.views.set(name, view);
    if (this.state) view.draw(this.state, new Set([...Object.keys(this.state), "own"]));
  }

  detach(name, view) {
    if (this.views.get(name) === view) this.views.delete(name);
  }

  /** Said by the map when it has drawn a day; noted at the beginning of the next frame, when that picture is done. */
  painted(day) {
    const shown = new Promise((resolve) => requestAnimationFrame(resolve)).then(() => {
      this.lastPaint = { day: this.record.iso(day), at: performance.now() };
      this.mapPainted(this);
    });
    this.outstanding.during("a picture", shown);
  }

  /** The cards' texts (claims, sources), loaded when first asked for. */
  cards() {
    this.cardsLoaded ??= this.outstanding.during("the cards", fetchJson(this.assets.cards));
    return this.cardsLoaded;
  }
}

/** The page's conductor, made on first use. Only pages call this; frames use `findReplay`. */
export function pageReplay(assets) {
  if (window.conflictReplay?.assets.record !== assets.record) {
    window.conflictReplay = new Replay(assets);
    window.dispatchEvent(new Event(MADE));
  }
  return window.conflictReplay;
}

/** The conductor of the page around this frame, waited for. */
export async function findReplay() {
  const page = home();
  if (!page.conflictReplay) await new Promise((resolve) => page.addEventListener(MADE, resolve, { once: true }));
  await page.conflictReplay.loaded;
  return page.conflictReplay;
}

function home() {
  try {
    if (window.parent.location.origin === window.location.origin) return window.parent;
  } catch {
    // A foreign page embeds us: the conductor lives in our own window.
  }
  return window;
}

/** The data at an address; data in the address's place (a one-file replay) as it is. */
export async function fetchJson(address) {
  if (typeof address !== "string") return address;
  const packed = address.endsWith(PACKED) && typeof DecompressionStream === "function";
  const wanted = packed ? address : address.replace(/\.gz$/, "");
  const response = await fetch(wanted);
  if (!response.ok) throw new Error(`${wanted}: ${response.status}`);
  return packed ? unpacked(await response.arrayBuffer()) : response.json();
}

/** The JSON of a packed file; of its text, when whoever served it has unpacked it already. */
function unpacked(bytes) {
  const [one, two] = new Uint8Array(bytes, 0, 2);
  const isPacked = one === 0x1f && two === 0x8b;
  const body = new Response(bytes).body;
  return new Response(isPacked ? body.pipeThrough(new DecompressionStream("gzip")) : body).json();
}
