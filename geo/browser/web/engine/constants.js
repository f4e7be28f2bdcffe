// biome-ignore-all format: made by a program
/** What Python states and the browser uses: made by `python -m geo.build.made`, never edited by hand. */

/** @type {{controllers: Object<string, string>, otherController: string, baseController: string, baseOpacity: number, unnamedSide: string, striped: Array<string>, ageSteps: Array<Array<number>>, fadeNames: Array<string>, overlayOpacity: number, hatchStepPx: number, hatchShares: Object<string, number>, claimedFaint: Array<number>, siegePx: number, symbols: Object<string, Object<string, string>>, rings: Object<string, {width: number, dash: Array<number>, struck: boolean}>, gradeColours: Object<string, string>, userData: {colour: string, ramp: Array<string>, rampInk: Array<string>}, nearPx: number, discPx: number, shapeSides: Object<string, number>, shapeGrown: Object<string, number>, small: Object<string, number>, symbol: Object<string, number>, paper: string, ink: string, border: string, outerBorder: string, water: string, lines: Object<string, Array<number>>, districtLines: Object<string, number>, nameInk: string, halo: string, belowDiscPx: number, provinceNamesBelowZoom: number, districtNamesFromZoom: number, townRanks: Array<Array<number>>, bounds: Array<Array<number>>, panjshirBounds: Array<Array<number>>, lens: {placePx: number, most: number, gapPx: number, comfort: number, shares: Array<number>, narrowPx: number, locatorShare: number}, zooms: Array<number>, zooming: Object<string, number>, change: {signs: Object<string, string>, dashes: Object<string, Array<number>>, inks: Object<string, string>, otherInk: string, px: number, haloPx: number, tagPx: number, roomPx: number}}} */
export const STYLE = {
  "controllers": {
    "taliban": "#CFC8BC",
    "nrf": "#1B6CA8",
    "anti_taliban_local": "#3AA6A0",
    "local_forces": "#E0A030",
    "samangan_front": "#E0A030",
    "hazara_militias": "#E0A030",
    "uzbek_taliban_dissidents": "#8E5EA2",
    "taliban_dissidents": "#8E5EA2",
    "mahdi_front": "#8E5EA2",
    "aff": "#56B4E9",
    "unknown": "#FFFFFF"
  },
  "otherController": "#7F7F7F",
  "baseController": "taliban",
  "baseOpacity": 0.55,
  "unnamedSide": "#8A8175",
  "striped": [
    "contested",
    "disagreed"
  ],
  "ageSteps": [
    [
      30,
      0.72
    ],
    [
      180,
      0.46
    ],
    [
      1000000,
      0.24
    ]
  ],
  "fadeNames": [
    "fresh",
    "older",
    "old"
  ],
  "overlayOpacity": 0.85,
  "hatchStepPx": 9.0,
  "hatchShares": {
    "striped": 0.36,
    "claimed": 0.2,
    "disputed": 0.14,
    "active": 0.17
  },
  "claimedFaint": [
    0.25,
    0.8
  ],
  "siegePx": 3.0,
  "symbols": {
    "battles": {
      "shape": "diamond",
      "colour": "#D55E00"
    },
    "explosions": {
      "shape": "triangle",
      "colour": "#8A1C1C"
    },
    "violence_against_civilians": {
      "shape": "square",
      "colour": "#5B2A86"
    },
    "protests": {
      "shape": "pentagon",
      "colour": "#0072B2"
    },
    "riots": {
      "shape": "hexagon",
      "colour": "#004F7C"
    },
    "strategic_developments": {
      "shape": "circle",
      "colour": "#4D4D4D"
    }
  },
  "rings": {
    "verified": {
      "width": 2.6,
      "dash": [],
      "struck": false
    },
    "reported": {
      "width": 1.3,
      "dash": [],
      "struck": false
    },
    "claimed": {
      "width": 1.5,
      "dash": [
        2,
        2
      ],
      "struck": false
    },
    "disputed": {
      "width": 1.5,
      "dash": [
        2,
        2
      ],
      "struck": true
    },
    "refuted": {
      "width": 1.0,
      "dash": [
        1,
        3
      ],
      "struck": true
    }
  },
  "gradeColours": {
    "verified": "#1B4F72",
    "reported": "#4E86B0",
    "claimed": "#B9B2A6",
    "disputed": "#C9793B",
    "refuted": "#E3C3A8"
  },
  "userData": {
    "colour": "#117733",
    "ramp": [
      "#DDF0DE",
      "#A9D8AE",
      "#6CB57C",
      "#2F8A4E",
      "#0B4F27"
    ],
    "rampInk": [
      "#1F1B16",
      "#1F1B16",
      "#1F1B16",
      "#1F1B16",
      "#FFFFFF"
    ]
  },
  "nearPx": 20.0,
  "discPx": 15.0,
  "shapeSides": {
    "triangle": 3,
    "diamond": 4,
    "square": 4,
    "pentagon": 5,
    "hexagon": 6
  },
  "shapeGrown": {
    "triangle": 1.15,
    "diamond": 1.12,
    "square": 1.1
  },
  "small": {
    "belowZoom": 7.75,
    "radius": 4.0,
    "clusterRadius": 5.0,
    "nearPx": 14.0,
    "discPx": 9.0,
    "countPx": 9.0
  },
  "symbol": {
    "radius": 6.5,
    "clusterRadius": 8.0,
    "shapeShare": 0.72,
    "ringPx": 1.5,
    "opacity": 0.92,
    "strikePx": 1.6
  },
  "paper": "#EDECEA",
  "ink": "#1F1B16",
  "border": "#6B6459",
  "outerBorder": "#4A443B",
  "water": "#7FA3BD",
  "lines": {
    "river": [
      0.9,
      0.75
    ],
    "district": [
      0.6,
      0.5
    ],
    "province": [
      1.0,
      0.7
    ],
    "country": [
      1.8,
      0.9
    ]
  },
  "districtLines": {
    "fromZoom": 6.5,
    "fadeZoom": 6.0,
    "fade": 0.25
  },
  "nameInk": "#2A251E",
  "halo": "#FFFDF8",
  "belowDiscPx": 15.0,
  "provinceNamesBelowZoom": 9.5,
  "districtNamesFromZoom": 7.75,
  "townRanks": [
    [
      0.0,
      2000000
    ],
    [
      7.0,
      60000
    ],
    [
      8.5,
      10000
    ],
    [
      10.0,
      0
    ]
  ],
  "bounds": [
    [
      29.35,
      60.45
    ],
    [
      38.5,
      74.95
    ]
  ],
  "panjshirBounds": [
    [
      34.95,
      68.9
    ],
    [
      36.2,
      70.4
    ]
  ],
  "lens": {
    "placePx": 26.0,
    "most": 3,
    "gapPx": 8.0,
    "comfort": 1.5,
    "shares": [
      0.46,
      0.72
    ],
    "narrowPx": 560.0,
    "locatorShare": 0.3
  },
  "zooms": [
    4,
    12
  ],
  "zooming": {
    "snap": 0.25,
    "delta": 0.5,
    "wheelPx": 120
  },
  "change": {
    "signs": {
      "gained": "+",
      "contested": "\u00d7",
      "settled": "=",
      "ended": "\u2013",
      "differs": "\u2260"
    },
    "dashes": {
      "gained": [],
      "contested": [
        6.0,
        3.5
      ],
      "settled": [
        12.0,
        3.0,
        2.0,
        3.0
      ],
      "ended": [
        1.5,
        3.5
      ],
      "differs": []
    },
    "inks": {
      "taliban": "#66615B",
      "nrf": "#1B6CA8",
      "anti_taliban_local": "#26706D",
      "local_forces": "#855F1B",
      "samangan_front": "#855F1B",
      "hazara_militias": "#855F1B",
      "uzbek_taliban_dissidents": "#7D528E",
      "taliban_dissidents": "#7D528E",
      "mahdi_front": "#7D528E",
      "aff": "#316B8B",
      "unknown": "#666666"
    },
    "otherInk": "#686868",
    "px": 2.5,
    "haloPx": 1.5,
    "tagPx": 11.0,
    "roomPx": 30.0
  }
};

/** @type {Array<string>} */
export const PERSPECTIVES = ["assessed", "nrf", "taliban"];

/** @type {Array<string>} */
export const VIEW_PERSPECTIVES = ["assessed", "nrf", "taliban", "both"];

/** @type {Array<string>} */
export const WINDOWS = ["7", "30", "90", "365", "all"];

/** @type {string} */
export const DEFAULT_WINDOW = "30";

/** @type {Array<string>} */
export const FILTER_KEYS = ["type", "grade", "actor", "area", "precision", "claimant", "kind"];

/** @type {Array<string>} */
export const EVENT_TYPES = ["battles", "explosions", "violence_against_civilians", "protests", "riots", "strategic_developments"];

/** @type {Array<string>} */
export const VERIFICATIONS = ["verified", "reported", "claimed", "disputed", "refuted"];

/** @type {Array<string>} */
export const CONTROL_STATUSES = ["control", "contested", "presence", "besieged", "advance", "rebellion"];

/** @type {Array<string>} */
export const CERTAINTIES = ["A", "B", "C", "D", "E"];

/** @type {number} */
export const DRAWN_DATE_PRECISION = 3;

/** @type {Array<string>} */
export const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

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
