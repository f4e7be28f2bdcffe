// biome-ignore-all format: made by a program
/** What Python states and the browser uses: made by `python -m geo.build.made`, never edited by hand. */

/** @type {string} */
export const MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u200c\ufeff";

/** @type {string} */
export const SIGNS = "'\u2019`-";

/** @type {Object<string, string>} */
export const ARABIC_FORMS = {
  "\u064a": "\u06cc",
  "\u0649": "\u06cc",
  "\u06d0": "\u06cc",
  "\u0643": "\u06a9"
};

/** @type {string} */
export const SPACES = "\\s\\x1c-\\x1f\\x85";

/** @type {Object<string, string>} */
export const SEARCH_SOUNDS = {
  "kh": "X",
  "sh": "S",
  "ch": "C",
  "zh": "Z",
  "gh": "g",
  "ph": "f",
  "th": "t",
  "ck": "k",
  "q": "k",
  "w": "v"
};

/** @type {Object<string, number>} */
export const MONTHS = {
  "jan": 1,
  "january": 1,
  "feb": 2,
  "february": 2,
  "mar": 3,
  "march": 3,
  "apr": 4,
  "april": 4,
  "may": 5,
  "jun": 6,
  "june": 6,
  "jul": 7,
  "july": 7,
  "aug": 8,
  "august": 8,
  "sep": 9,
  "september": 9,
  "oct": 10,
  "october": 10,
  "nov": 11,
  "november": 11,
  "dec": 12,
  "december": 12,
  "sept": 9,
  "\u062c\u0646\u0648\u0631\u06cc": 1,
  "\u0698\u0627\u0646\u0648\u06cc\u0647": 1,
  "\u0641\u0628\u0631\u0648\u0631\u06cc": 2,
  "\u0641\u0648\u0631\u06cc\u0647": 2,
  "\u0645\u0627\u0631\u0686": 3,
  "\u0645\u0627\u0631\u0633": 3,
  "\u0627\u067e\u0631\u06cc\u0644": 4,
  "\u0627\u0648\u0631\u06cc\u0644": 4,
  "\u0645\u06cc": 5,
  "\u0645\u0647": 5,
  "\u062c\u0648\u0646": 6,
  "\u0698\u0648\u06cc\u0646": 6,
  "\u062c\u0648\u0644\u0627\u06cc": 7,
  "\u062c\u0648\u0644\u0627\u06cc\u06cc": 7,
  "\u0698\u0648\u06cc\u06cc\u0647": 7,
  "\u0627\u06af\u0633\u062a": 8,
  "\u0627\u0648\u062a": 8,
  "\u0633\u067e\u062a\u0645\u0628\u0631": 9,
  "\u0633\u067e\u062a\u0627\u0645\u0628\u0631": 9,
  "\u0627\u06a9\u062a\u0648\u0628\u0631": 10,
  "\u0627\u06a9\u062a\u0628\u0631": 10,
  "\u0646\u0648\u0645\u0628\u0631": 11,
  "\u0646\u0648\u0627\u0645\u0628\u0631": 11,
  "\u062f\u0633\u0645\u0628\u0631": 12,
  "\u062f\u0633\u0627\u0645\u0628\u0631": 12
};

/** @type {Object<string, number>} */
export const SOLAR_MONTHS = {
  "hamal": 1,
  "\u062d\u0645\u0644": 1,
  "farvardin": 1,
  "\u0641\u0631\u0648\u0631\u062f\u06cc\u0646": 1,
  "wray": 1,
  "\u0648\u0631\u06cc": 1,
  "sawr": 2,
  "saur": 2,
  "thawr": 2,
  "\u062b\u0648\u0631": 2,
  "ordibehesht": 2,
  "\u0627\u0631\u062f\u06cc\u0628\u0647\u0634\u062a": 2,
  "ghwayay": 2,
  "\u063a\u0648\u06cc\u06cc": 2,
  "jawza": 3,
  "jauza": 3,
  "\u062c\u0648\u0632\u0627": 3,
  "khordad": 3,
  "\u062e\u0631\u062f\u0627\u062f": 3,
  "ghbargolay": 3,
  "\u063a\u0628\u0631\u06af\u0648\u0644\u06cc": 3,
  "saratan": 4,
  "\u0633\u0631\u0637\u0627\u0646": 4,
  "tir": 4,
  "\u062a\u06cc\u0631": 4,
  "chungash": 4,
  "\u0686\u0646\u06af\u0627\u0634": 4,
  "asad": 5,
  "\u0627\u0633\u062f": 5,
  "mordad": 5,
  "\u0645\u0631\u062f\u0627\u062f": 5,
  "zmaray": 5,
  "\u0632\u0645\u0631\u06cc": 5,
  "sunbula": 6,
  "sonbola": 6,
  "sunbulah": 6,
  "\u0633\u0646\u0628\u0644\u0647": 6,
  "shahrivar": 6,
  "\u0634\u0647\u0631\u06cc\u0648\u0631": 6,
  "wazhay": 6,
  "\u0648\u0698\u06cc": 6,
  "mizan": 7,
  "\u0645\u06cc\u0632\u0627\u0646": 7,
  "mehr": 7,
  "\u0645\u0647\u0631": 7,
  "tala": 7,
  "\u062a\u0644\u0647": 7,
  "aqrab": 8,
  "\u0639\u0642\u0631\u0628": 8,
  "aban": 8,
  "\u0627\u0628\u0627\u0646": 8,
  "larram": 8,
  "\u0644\u0631\u0645": 8,
  "qaws": 9,
  "qaus": 9,
  "\u0642\u0648\u0633": 9,
  "azar": 9,
  "\u0627\u0630\u0631": 9,
  "lindai": 9,
  "\u0644\u06cc\u0646\u062f\u06cc": 9,
  "jadi": 10,
  "jaddi": 10,
  "\u062c\u062f\u06cc": 10,
  "dey": 10,
  "\u062f\u06cc": 10,
  "marghumay": 10,
  "\u0645\u0631\u063a\u0648\u0645\u06cc": 10,
  "dalw": 11,
  "dalv": 11,
  "\u062f\u0644\u0648": 11,
  "bahman": 11,
  "\u0628\u0647\u0645\u0646": 11,
  "salwagha": 11,
  "\u0633\u0644\u0648\u0627\u063a\u0647": 11,
  "hut": 12,
  "hoot": 12,
  "\u062d\u0648\u062a": 12,
  "esfand": 12,
  "\u0627\u0633\u0641\u0646\u062f": 12,
  "kab": 12,
  "\u06a9\u0628": 12
};

/** @type {Object<string, string>} */
export const MONTH_LETTERS = {
  "\u06ab": "\u06af",
  "\u06cd": "\u06cc",
  "\u0626": "\u06cc",
  "\u06bc": "\u0646",
  "\u0693": "\u0631",
  "\u0689": "\u062f",
  "\u067c": "\u062a",
  "\u0696": "\u0698",
  "\u069a": "\u0634",
  "\u0623": "\u0627",
  "\u0625": "\u0627",
  "\u0622": "\u0627",
  "\u0629": "\u0647",
  "\u06c0": "\u0647",
  "\u0624": "\u0648"
};

/** @type {number} */
export const FIRST_GREGORIAN = 1700;
