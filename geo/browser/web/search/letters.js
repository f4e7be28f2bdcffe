/** Words as a search compares them: their letters in one form, and how they sound; in Python: `geo/search/letters.py`. */

import { ARABIC_FORMS, MARKS, SEARCH_SOUNDS, SIGNS, SPACES } from "./constants.js";

/** Shorter words sound like too many others. */
const MIN_LETTERS = 4;
const MIN_SOUNDS = 2;
const NOT_TYPED = new RegExp(`[${MARKS}${SIGNS}]`, "g");
const ROOM = new RegExp(`[${SPACES}]+`, "g");
const CHUNK = new RegExp(`[^${SPACES}]+`, "g");
const WORD = /[\p{L}\p{N}]+/gu;
const VARIANTS = new RegExp(`[${Object.keys(ARABIC_FORMS).join("")}]`, "g");
const ONE_SOUND = new RegExp(Object.keys(SEARCH_SOUNDS).join("|"), "g");

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
 * The words of a text, in the form in which they are compared.
 * @param {string} text
 * @returns {string[]}
 */
export const wordsOf = (text) => normalise(text).match(WORD) ?? [];

/**
 * The words of a text without what stands between them: 'Khost wa Fereng' as 'khostwafereng'.
 * @param {string} text
 */
export const squashed = (text) => wordsOf(text).join("");

/**
 * The words that are written with a capital: names, and the first of a sentence.
 * @param {string} text
 */
export function properWords(text) {
  return (text.match(CHUNK) ?? []).filter(isCapital).flatMap(wordsOf);
}

/** @param {string} chunk */
function isCapital(chunk) {
  const first = String.fromCodePoint(chunk.match(WORD)?.[0].codePointAt(0) ?? 32);
  return first !== first.toLowerCase();
}

/**
 * A word as it sounds: its consonants, since Latin spellings differ in the vowels; '' where that says too little.
 * 'panjsher', 'panjshayr' and 'panjsheer' sound alike, and so do 'massoud' and 'massood', but not 'mashhad'.
 * @param {string} word
 */
export function soundOf(word) {
  if (word.length < MIN_LETTERS || !/^[a-z]+$/.test(word)) return "";
  const spoken = word.replace(ONE_SOUND, (letters) => SEARCH_SOUNDS[letters]);
  const first = "aeiou".includes(spoken[0]) ? "a" : spoken[0];
  const sound = (first + spoken.slice(1).replace(/[aeiouyh]/g, "")).replace(/(.)\1+/g, "$1");
  return sound.length >= MIN_SOUNDS ? sound : "";
}
