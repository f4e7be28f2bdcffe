// biome-ignore-all format: made by a program
/** What Python states and the browser uses: made by `python -m geo.build.made`, never edited by hand. */

/** @type {{rings: Object<string, {width: number, dash: Array<number>, struck: boolean}>, referenceColour: string, referenceOnDark: string, userData: {colour: string, ramp: Array<string>, rampInk: Array<string>}, nearPx: number, discPx: number, shapeSides: Object<string, number>, shapeGrown: Object<string, number>, small: Object<string, number>, symbol: Object<string, number>, paper: string, white: string, black: string, border: string, outerBorder: string, water: string, lines: Object<string, Array<number>>, districtLines: Object<string, number>, nameInk: string, belowDiscPx: number, provinceNamesBelowZoom: number, districtNamesFromZoom: number, townRanks: Array<Array<number>>, bounds: Array<Array<number>>, panjshirBounds: Array<Array<number>>, lens: {placePx: number, most: number, gapPx: number, comfort: number, shares: Array<number>, stops: number, titlePx: number, narrowPx: number, locatorShare: number}, zooms: Array<number>, zooming: Object<string, number>, change: {signs: Object<string, string>, dashes: Object<string, Array<number>>, inks: Object<string, string>, otherInk: string, px: number, haloPx: number, tagPx: number, roomPx: number}, narrowPage: string, foldedColumns: number}} */
export const MAP_STYLE = {
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
  "referenceColour": "#A3005C",
  "referenceOnDark": "#E07BB0",
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
  "paper": "#F1F0ED",
  "white": "#FFFFFF",
  "black": "#000000",
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
    "stops": 12,
    "titlePx": 150.0,
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
      "taliban": "#6D685F",
      "nrf": "#1B6CA8",
      "anti_taliban_local": "#197068",
      "local_forces": "#7D642C",
      "samangan_front": "#9C5126",
      "hazara_militias": "#6A6A1B",
      "uzbek_taliban_dissidents": "#805285",
      "taliban_dissidents": "#6E2470",
      "mahdi_front": "#5A2015",
      "aff": "#496778",
      "unknown": "#666666"
    },
    "otherInk": "#675F7B",
    "px": 2.5,
    "haloPx": 1.5,
    "tagPx": 11.0,
    "roomPx": 30.0
  },
  "narrowPage": "(max-width: 1000px)",
  "foldedColumns": 4
};

/** @type {Array<string>} */
export const PERSPECTIVES = ["assessed", "nrf", "taliban"];

/** @type {Array<string>} */
export const VIEW_PERSPECTIVES = ["assessed", "nrf", "taliban", "both"];

/** @type {Array<string>} */
export const WINDOWS = ["7", "30", "90", "365", "all"];

/** @type {{activity: {steps: Array<number>, ramp: Array<string>, line: string}, presence: {steps: Array<number>, ramp: Array<string>, line: string}, silence: string, listDays: number, opacity: Object<string, number>, lines: Object<string, number>, number: {px: number, steps: Array<number>, nameSteps: Array<number>}}} */
export const LAYER_STYLE = {
  "activity": {
    "steps": [
      1,
      2,
      5,
      10,
      25
    ],
    "ramp": [
      "#F0C9D3",
      "#DE93AB",
      "#C25C86",
      "#933265",
      "#5A1040"
    ],
    "line": "#5A1040"
  },
  "presence": {
    "steps": [
      1,
      2,
      3
    ],
    "ramp": [
      "#DADE9C",
      "#A9AD4A",
      "#666A1C"
    ],
    "line": "#45480F"
  },
  "silence": "#6F675B",
  "listDays": 365,
  "opacity": {
    "province": 0.42,
    "district": 0.92,
    "listed": 0.8
  },
  "lines": {
    "stepPx": 9.0,
    "px": 1.0
  },
  "number": {
    "px": 13.0,
    "steps": [
      0.0,
      13.0,
      21.0,
      30.0
    ],
    "nameSteps": [
      24.0,
      34.0,
      46.0,
      60.0,
      76.0
    ]
  }
};

/** @type {Object<string, string>} */
export const PRESENCE_LEVEL_OF = {
  "nrf": "claims",
  "taliban": "claims",
  "aff": "claims",
  "iskp": "claims",
  "other_party": "claims",
  "local_source": "lists",
  "media": "lists",
  "analyst": "reports",
  "ngo": "reports",
  "un": "reports",
  "osint": "reports",
  "official": "reports",
  "encyclopedia": "lists",
  "unspecified": "lists"
};

/** @type {Object<string, Array<string>>} */
export const PRESENCE_GRADES = {
  "reports": [
    "verified",
    "reported"
  ],
  "lists": [
    "verified",
    "reported"
  ],
  "claims": [
    "verified",
    "reported",
    "claimed"
  ]
};

/** @type {Array<string>} */
export const ARMED_TYPES = ["battles", "explosions"];

/** @type {Array<string>} */
export const REFERENCE_FILTERS = ["type", "actor", "area"];

/** @type {Object<string, string>} */
export const CITED = {
  "author": "Afghanistan Conflict Replay contributors",
  "title": "Afghanistan Conflict Replay"
};

/** @type {Object<string, string>} */
export const PAGE_FILES = {
  "": "index.html",
  "provinces": "provinces/index.html",
  "events": "events/index.html",
  "compare": "compare.html",
  "story": "stories/index.html",
  "actors": "actors/index.html",
  "sources": "sources/index.html",
  "quality": "quality.html",
  "method": "method.html",
  "classes": "classes/index.html",
  "downloads": "downloads.html"
};

/** @type {Object<string, Array<Array<string>>>} */
export const RECORD_FILES = {
  "provinces": [
    [
      "province",
      "provinces/{}.html"
    ]
  ],
  "events": [
    [
      "event",
      "events/{}.html"
    ],
    [
      "year",
      "events/{}.html"
    ]
  ],
  "actors": [
    [
      "actor",
      "actors/{}.html"
    ]
  ],
  "classes": [
    [
      "sheet",
      "classes/{}.html"
    ]
  ],
  "sources": [
    [
      "source",
      "sources/{}.html"
    ],
    [
      "part",
      "sources/part-{}.html"
    ]
  ],
  "story": [
    [
      "id",
      "stories/{}.html"
    ]
  ]
};

/** @type {Array<string>} */
export const OPENING_PLAY = ["2021-08-29", "2021-09-09"];

/** @type {Array<string>} */
export const CONTROL_STATUSES = ["control", "contested", "presence", "besieged", "advance", "rebellion"];

/** @type {Array<string>} */
export const CERTAINTIES = ["A", "B", "C", "D", "E"];
