/**
 * What a search looks through and in which order it finds: names of the record, then events; in Python:
 * `geo/search/index.py`.
 */

import { daysIn } from "./days.js";
import { properWords, soundOf, squashed, wordsOf } from "./letters.js";

/** @import { Cards, Found, SearchEntry } from "../types.js" */
/** @import { Record } from "../engine/record.js" */

/**
 * How well an entry is found, from best: its name begins so, a word of its name does, its name has it or sounds so, its
 * text has it or sounds so.
 */
const [BEGINS, WORD, PART, SOUND, TEXT, TEXT_SOUND, NOT] = [0, 1, 2, 3, 4, 5, 6];
const MIN_LETTERS = 2;
/** Shorter words are looked for where words begin. */
const MIN_PART = 3;
/** Shorter sounds are looked for only where a word stands nowhere: they mean too much. */
const SURE_SOUND = 3;

/** @typedef {{head: number[], text: number[]}} Place the numbers of the entries that hold a word */

/** The entries of a record with each word that they hold, looked up by word. */
export class SearchIndex {
  /** @type {Map<string, Place>} by word */
  #places = new Map();
  #events;
  /** @type {Map<string, string[]>} */
  #sounds = new Map();
  /** @type {Map<string, Set<string>>} by word, where it is a name, the other names of one word of the same */
  #spellings = new Map();
  /** @type {string[][]} */
  #heads;
  /** @type {Set<string>} */
  #proper = new Set();

  /**
   * @param {Record} record
   * @param {Cards | null} cards what is told of events beside their titles; null while it is on its way
   */
  constructor(record, cards) {
    this.record = record;
    this.#events = record.events;
    this.entries = entriesOf(record, cards);
    this.#heads = this.entries.map(({ heads }) => heads.map(squashed));
    this.entries.forEach(({ heads, texts, i }, number) => {
      if (i < 0) this.#noteSpellings(heads);
      this.#note(number, heads, "head");
      this.#note(number, texts, "text");
    });
    for (const word of this.#proper) {
      const sound = soundOf(word);
      if (sound) this.#sounds.set(sound, [...(this.#sounds.get(sound) ?? []), word]);
    }
  }

  /**
   * Whether it is of a record, with the events that this has now.
   * @param {Record} record
   */
  isOf(record) {
    return this.record === record && this.#events === record.events;
  }

  /**
   * The days that a query names, and all entries that have all its other words, the best first. Names come before events;
   * where days are named, events come first.
   * @param {string} query
   * @returns {Found}
   */
  find(query) {
    const { days, rest } = daysIn(query, this.record);
    const words = wordsOf(rest);
    if (!days && words.join("").length < MIN_LETTERS) return { days: null, entries: [] };
    const ranks = words.length ? this.#ranks(words) : Uint8Array.from(this.entries, ({ i }) => (i < 0 ? NOT : WORD));
    const [names, events] = [byRank(), byRank()];
    ranks.forEach((rank, number) => {
      if (rank === NOT) return;
      const { i } = this.entries[number];
      if (i < 0) names[rank].push(number);
      else if (!days || this.#touches(i, days)) events[rank].push(number);
    });
    const numbers = (days ? [...events, ...names] : [...names, ...events]).flat();
    return { days, entries: numbers.map((number) => this.entries[number]) };
  }

  /**
   * By entry how well it is found: as its worst word is. A place is not found by the name of its province alone.
   * @param {string[]} words
   */
  #ranks(words) {
    const ranks = new Uint8Array(this.entries.length);
    const best = new Uint8Array(this.entries.length).fill(NOT);
    for (const word of words) {
      const own = this.#ranksOfWord(word);
      for (let n = 0; n < ranks.length; n++) {
        if (own[n] > ranks[n]) ranks[n] = own[n];
        if (own[n] < best[n]) best[n] = own[n];
      }
    }
    const begun = words.join("");
    this.entries.forEach(({ i }, n) => {
      if (i < 0 && best[n] > SOUND) ranks[n] = NOT;
      if (this.#heads[n].some((head) => head.startsWith(begun))) ranks[n] = BEGINS;
    });
    return ranks;
  }

  /**
   * By entry how well a word is found in it, by its letters and by its sound.
   * @param {string} word
   */
  #ranksOfWord(word) {
    const ranks = new Uint8Array(this.entries.length).fill(NOT);
    const isPart = word.length >= MIN_PART;
    let found = false;
    const same = this.#spellings.get(word);
    for (const [other, place] of this.#places) {
      const begins = other.startsWith(word) || same?.has(other);
      if (!begins && !(isPart && other.includes(word))) continue;
      found = true;
      note(ranks, place, begins ? WORD : PART, TEXT);
    }
    const sound = soundOf(word);
    if (sound.length >= SURE_SOUND || !found)
      for (const other of this.#sounds.get(sound) ?? []) note(ranks, this.#places.get(other), SOUND, TEXT_SOUND);
    return ranks;
  }

  /**
   * Whether an event lies in days.
   * @param {number} i
   * @param {{first: number, last: number}} days
   */
  #touches(i, { first, last }) {
    const { start, end } = this.record.events;
    return start[i] <= last && end[i] >= first;
  }

  /** @param {string[]} heads all spellings of a name */
  #noteSpellings(heads) {
    const names = heads.map(wordsOf).flatMap((words) => (words.length === 1 ? words : []));
    for (const name of names) this.#spellings.set(name, new Set([...(this.#spellings.get(name) ?? []), ...names]));
  }

  /**
   * Note which words an entry holds.
   * @param {number} number
   * @param {string[]} texts
   * @param {"head" | "text"} where
   */
  #note(number, texts, where) {
    for (const text of texts) {
      for (const word of wordsOf(text)) {
        const place = this.#places.get(word) ?? { head: [], text: [] };
        if (place[where].at(-1) !== number) place[where].push(number);
        this.#places.set(word, place);
      }
      for (const word of properWords(text)) this.#proper.add(word);
    }
  }
}

/** @returns {number[][]} */
const byRank = () => Array.from({ length: NOT }, () => []);

/**
 * Note how well a word is found where it stands.
 * @param {Uint8Array} ranks
 * @param {Place | undefined} place
 * @param {number} inHead
 * @param {number} inText
 */
function note(ranks, place, inHead, inText) {
  if (!place) return;
  for (const n of place.head) if (inHead < ranks[n]) ranks[n] = inHead;
  for (const n of place.text) if (inText < ranks[n]) ranks[n] = inText;
}

/**
 * All names in the order of their files, then the events, the newest first.
 * @param {Record} record
 * @param {Cards | null} cards
 * @returns {SearchEntry[]}
 */
function entriesOf(record, cards) {
  const spellings = new Map(record.names.map(([, id, , , , ...names]) => [id, names]));
  /** @param {string | undefined | null} id */
  const namesOf = (id) => (id && spellings.get(id)) || [];
  const names = record.names.map(([kind, id, lon, lat, province, ...heads]) => {
    return { kind, id, lon, lat, province, i: -1, heads, texts: namesOf(province) };
  });
  const { events } = record;
  const found = events.id.map((id, i) => {
    const card = cards?.events[id];
    const said = card ? [card.summary, card.place_name, ...card.place_aliases, ...card.source_ids] : [];
    const areas = [record.provinces[events.province[i]]?.id, record.districts[events.district[i]]?.id, card?.place_id];
    const texts = [...said, ...areas.flatMap(namesOf)].filter((text) => text !== null);
    return { kind: "events", id, i, heads: [events.title[i], id], texts };
  });
  return [...names, ...found.reverse()];
}
