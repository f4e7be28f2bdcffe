/**
 * The store: holds what the reader looks at and tells the map, the timeline and the panel, once a frame. The page owns
 * it as `window.conflictReplay`; the map's frame finds it there.
 *
 * For embedders and tests: {ready: Promise, settled(): Promise, day, setDay(iso), lastPaint: {day, at}, state, set(change)}.
 */

import { FILTER_KEYS } from "../engine/constants.js";
import { fetchJson } from "../engine/fetch_json.js";
import { needsMarks } from "../engine/needs_marks.js";
import { Delayed, Outstanding } from "../engine/outstanding.js";
import { translator } from "../engine/text.js";
import { addMarks, addNames, firstPart } from "./record_parts.js";

/** @import { ReferenceRows } from "../added/rows.js" */
/** @import { UserData } from "../added/userdata.js" */
/** @import { Record } from "../engine/record.js" */
/** @import { AddressView, Assets, Cards, Report, State, Texts, Translate, View } from "../types.js" */
/** @import { Moments } from "../timeline/moments.js" */
/** @import { Player } from "../timeline/player.js" */
/** @import { Ribbon } from "../handle/ribbon.js" */

const COMMIT_AFTER_MS = 350;

/**
 * What `set` takes so that nothing is selected.
 * @satisfies {Partial<State>}
 */
export const NOTHING = { province: null, district: null, place: null, event: null };

export class Store {
  /** @type {Map<string, View>} */
  views = new Map();
  /** @type {Set<string>} */
  changed = new Set();
  /** @type {{day: string, at: number} | null} */
  lastPaint = null;
  /** @type {State} */
  // @ts-expect-error there is none before the address has been read: nothing is drawn until then
  state = null;
  /** What the address asked for first. @type {State | null} */
  first = null;
  /** @type {Record} */
  // @ts-expect-error there is none before `loaded`, which everybody waits for
  record;
  /** What is asked for by key; more may be put there later. @type {Texts} */
  texts = {};
  /** @type {Translate} */
  t = String;
  userData = /** @type {UserData} */ (/** @type {unknown} */ (null)); // both follow the first handle (`page.js`)
  reference = /** @type {ReferenceRows} */ (/** @type {unknown} */ (null));
  waiting = 0; // for a frame
  moving = false;
  owesCommit = false;
  outstanding = new Outstanding();
  /** @type {Player | null} */
  player = null;
  /** @type {{root: HTMLElement, toggle(isOpen?: boolean): void} | null} */
  help = null;
  /** Whether letters, digits and signs are keys of the replay; not stored. */
  characterKeys = true;
  /** @type {(words: string, topic: string) => void} say something aloud, once the page is at rest */
  say = () => {};
  /** @type {(() => boolean) | null} hides what the map tells under the pointer; false when it tells nothing */
  hideTip = null;
  /** @type {(() => void) | null} where the focus goes when a card closes that was opened on the map by keys */
  leaveCard = null;
  /** @type {(() => void) | null} gives the focus to the card that is open */
  focusCard = null;
  /** @type {{focus(): void} | null} */
  search = null;
  /** @type {Moments | null} */
  moments = null;
  ribbon = /** @type {Ribbon | null} */ (null);
  /** @type {((view: Report & {at?: string | null}) => void)} */
  onCommit = () => {};
  /** @type {(() => void) | null} */
  onMoved = null; // told when the map has moved
  /** @type {(() => number[]) | null} */
  bounds = null; // west, south, east, north of the map
  /** @type {(() => string | null) | null} */
  heading = null; // where a map that is on its way will look
  zoomTime = /** @type {(() => void) | null} */ (null);
  /** @type {((store: Store) => void)} */
  mapPainted = () => {};
  dayShown = this.mapPainted;
  /** @type {Promise<Cards> | null} */
  #cards = null;
  /** @type {Promise<void> | null} */
  #marked = null;
  /** @type {Set<string>} the maps that have painted, by name; the only one of a page has none */
  #painted = new Set();

  /** @param {Assets} assets */
  constructor(assets) {
    this.assets = assets;
    this.committing = new Delayed(this.outstanding, "a report of the view", () => this.#commitUnlessPlaying());
    this.loaded = this.outstanding.during("the record", this.#load());
    /** Resolves when a day is on show and follows the handle. @type {Promise<Store>} */
    this.ready = new Promise((resolve) => {
      this.dayShown = resolve;
    });
    /** Resolves when the map itself has painted; before it there may be a still picture. @type {Promise<Store>} */
    this.live = new Promise((resolve) => {
      this.mapPainted = resolve;
    });
    /** Resolves when the titles of events and the spellings of names are there too: after the map, on a slow line. */
    this.whole = this.outstanding.during("the names", assets.names ? addNames(this) : this.loaded);
  }

  async #load() {
    [this.record, this.texts] = await firstPart(this.assets);
    this.t = translator(this.texts);
  }

  /** Resolves when it is known where events and districts lie: asked for now, where the record came without. */
  marked() {
    this.#marked ??= this.outstanding.during("the marks", addMarks(this.record, this.assets));
    return this.#marked;
  }

  /** The day on show, 'YYYY-MM-DD'. */
  get day() {
    return this.state ? this.record.iso(this.state.day) : null;
  }

  /**
   * Show a day ('YYYY-MM-DD'); false when it is no day of the replay.
   * @param {string} iso
   */
  setDay(iso) {
    const day = this.record.dayNumber(iso);
    if (day === null) return false;
    this.set({ day });
    return true;
  }

  /**
   * Change what is looked at; everything is drawn in the next frame, or when what it needs of the record is there.
   * @param {Partial<State>} change
   */
  set(change) {
    if (!this.record.isMarked && needsMarks(change)) return void this.marked().then(() => this.set(change));
    const next = { ...this.state, ...change };
    next.day = this.record.clampDay(next.day);
    for (const key of /** @type {(keyof State)[]} */ (Object.keys(next)))
      if (!this.state || this.state[key] !== next[key]) this.changed.add(key);
    this.state = next;
    this.first ??= next;
    if (this.changed.size) this.#drawSoon();
  }

  /**
   * Let everything be drawn in the next frame, for something outside the view that has changed.
   * @param {string[]} changed
   */
  tell(...changed) {
    if (this.state) this.#drawSoon(...changed);
  }

  /** @param {string[]} changed */
  #drawSoon(...changed) {
    for (const key of changed) this.changed.add(key);
    this.outstanding.begin("a frame");
    this.waiting ||= requestAnimationFrame(() => this.draw());
  }

  /**
   * Told when a handle is held or the replay plays, and when that ends. While days pass by, views draw what can be
   * read in passing; at rest ('rest' is among what has changed) they draw everything. Nothing is told to the server
   * before.
   * @param {boolean} moving
   */
  move(moving) {
    if (this.moving === moving) return;
    this.moving = moving;
    if (moving) return this.outstanding.begin("a held handle or a fast replay");
    this.outstanding.end("a held handle or a fast replay");
    this.#drawSoon("rest");
    if (this.owesCommit) this.commit();
  }

  /**
   * Resolves, with the store, when the page is at rest: the map has painted what `state` says, no frame is asked for,
   * no data are on their way, nothing moves or plays, and nothing is left to report. What a server answers to the last
   * report is not waited for.
   */
  async settled() {
    await this.live;
    do await this.outstanding.none();
    while (this.outstanding.names.length);
    return this;
  }

  /**
   * What is looked at, as an address has it.
   * @returns {Report}
   */
  view() {
    const { day, extent, since, ...view } = this.state;
    return { ...view, date: this.day, since: since === null ? null : this.record.iso(since) };
  }

  /**
   * The state that a view of the address asks for.
   * @param {AddressView} view
   * @returns {Partial<State>}
   */
  stateOf({ date, since, comparedMaps, ...rest }) {
    const day = this.record.dayNumber(date) ?? 0;
    return { ...rest, day, since: since ? this.record.dayNumber(since) : null };
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

  #commitUnlessPlaying() {
    if (!this.player?.playing) this.commit();
  }

  /**
   * Stop playing, show a day, and tell the server when no further step follows at once.
   * @param {number} day
   */
  jump(day) {
    this.player?.pause();
    this.set({ day });
    this.commitSoon();
  }

  draw() {
    this.waiting = 0;
    const { changed } = this;
    this.changed = new Set();
    if (FILTER_KEYS.some((key) => changed.has(key))) {
      this.record.filter.choose(this.state);
      this.userData?.choose(this.state);
      this.reference?.choose(this.state);
    }
    for (const view of this.views.values()) view.draw(this.state, changed);
    if (!this.waiting) this.outstanding.end("a frame");
  }

  /**
   * A view under a name; a new one of the same name takes its place.
   * @param {string} name
   * @param {View} view
   */
  attach(name, view) {
    this.views.set(name, view);
    if (this.state) view.draw(this.state, new Set([...Object.keys(this.state), "userData"]));
  }

  /**
   * @param {string} name
   * @param {View} view
   */
  detach(name, view) {
    if (this.views.get(name) === view) this.views.delete(name);
  }

  /**
   * Told by a map when it has drawn a day; noted at the beginning of the next frame, when that picture is done. The page
   * is live when each of its maps has.
   * @param {number} day
   * @param {string} map which of the page's two maps; none where it has one
   */
  painted(day, map = "") {
    const shown = this.paintedStill(day).then(() => {
      this.#painted.add(map);
      const maps = Object.keys(this.state.comparedMaps ?? { "": map });
      if (maps.every((name) => this.#painted.has(name))) this.mapPainted(this);
    });
    this.outstanding.during("a picture", shown);
  }

  /**
   * The same, told by what stands in for the map before that is there.
   * @param {number} day
   */
  async paintedStill(day) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.lastPaint = { day: this.record.iso(day), at: performance.now() };
    this.dayShown(this);
  }

  /** The cards' texts (claims, sources), loaded when first asked for. */
  cards() {
    this.#cards ??= this.outstanding.during("the cards", fetchJson(this.assets.cards));
    return this.#cards;
  }
}
