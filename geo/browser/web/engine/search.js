/** Search over names (with their spellings) and events, and letters as they are typed. */

import { ARABIC_FORMS, MARKS, SIGNS, SPACES } from "./constants.js";

/** @import { SearchEntry } from "../types.js" */
/** @import { Record } from "./record.js" */

const MAX_RESULTS = 9;
const NOT_TYPED = new RegExp(`[${MARKS}${SIGNS}]`, "g");
const ROOM = new RegExp(`[${SPACES}]+`, "g");
const VARIANTS = new RegExp(`[${Object.keys(ARABIC_FORMS).join("")}]`, "g");

/**
 * Letters as they are typed: no accents, hyphens or apostrophes; Arabic letters in one form.
 * @param {string} text
 */
export function normalise(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(NOT_TYPED, "")
    .replace(VARIANTS, (letter) => ARABIC_FORMS[letter])
    .replace(ROOM, " ")
    .trim();
}

/**
 * What a search looks through: the names of the record with all spellings, then its events.
 * @param {Record} record
 * @returns {SearchEntry[]}
 */
export function searchIndex(record) {
  const names = record.raw.names.map(([kind, id, lon, lat, ...spellings]) => {
    const texts = spellings.map(normalise);
    return { kind, id, lon, lat, name: spellings[0], texts, sounds: texts.map(soundOf) };
  });
  const events = record.events.id.map((id, i) => {
    const name = record.events.title[i];
    return { kind: "events", id, i, name, texts: [normalise(name), normalise(id)] };
  });
  return [...names, ...events];
}

/**
 * Names that begin with the words first, then those that contain them, then names that sound alike.
 * @param {SearchEntry[]} index
 * @param {string} words
 */
export function find(index, words) {
  const wanted = normalise(words);
  if (wanted.length < 2) return [];
  const sound = soundOf(wanted);
  /** @type {SearchEntry[][]} */
  const ranks = [[], [], []];
  for (const entry of index) {
    const { texts } = entry;
    if (texts.some((text) => text.startsWith(wanted))) ranks[0].push(entry);
    else if (texts.some((text) => text.includes(wanted))) ranks[1].push(entry);
    else if (sound.length > 2 && entry.sounds?.some((other) => other === sound)) ranks[2].push(entry);
  }
  return ranks.flat().slice(0, MAX_RESULTS);
}

/**
 * Consonants as they sound, so that Panjsher, Panjshayr and Panjshīr meet: Latin spellings differ in the vowels.
 * @param {string} text
 */
export function soundOf(text) {
  return text
    .replace(/[^a-z ]/g, "")
    .replace(/kh/g, "x")
    .replace(/gh|q/g, "k")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/[aeiouyh ]/g, "")
    .replace(/(.)\1+/g, "$1");
}
