// biome-ignore-all format: made by a program
/** What Python states and the browser uses: made by `python -m geo.build.made`, never edited by hand. */

/** @type {{controllers: Object<string, string>, otherController: string, baseController: string, baseOpacity: number, unnamedSide: string, striped: Array<string>, ageSteps: Array<Array<number>>, fadeNames: Array<string>, signs: {patterns: {plain: {step: number, width: number, lines: Array<number>, dots: Array<number>}, level: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, upright: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, grid: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, plus: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, dots: {step: number, width: number, lines: Array<number>, dots: Array<Array<number>>}, rows: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, bricks: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, posts: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, peaks: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, waves: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, contested: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, disagreed: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, claimed: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, undecided: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, disputed: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, changing: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, active: {step: number, width: number, lines: Array<number>, dots: Array<Array<number>>}}, holders: Object<string, Object<string, string>>, otherHolder: Object<string, string>, patternLeastOpacity: number, claimedFaint: number, changingInk: string, edgePx: number, contestedEdgePx: number, siegePx: number, edgeCasingPx: number, casingPx: number, casingOpacity: number, edgeDashes: Object<string, Array<number>>}, symbols: Object<string, Object<string, string>>, rings: Object<string, {width: number, dash: Array<number>, struck: boolean}>, gradeColours: Object<string, string>, referenceColour: string, referenceOnDark: string, userData: {colour: string, ramp: Array<string>, rampInk: Array<string>}, nearPx: number, discPx: number, shapeSides: Object<string, number>, shapeGrown: Object<string, number>, small: Object<string, number>, symbol: Object<string, number>, paper: string, ink: string, white: string, black: string, border: string, outerBorder: string, water: string, lines: Object<string, Array<number>>, districtLines: Object<string, number>, nameInk: string, halo: string, belowDiscPx: number, provinceNamesBelowZoom: number, districtNamesFromZoom: number, townRanks: Array<Array<number>>, bounds: Array<Array<number>>, panjshirBounds: Array<Array<number>>, lens: {placePx: number, most: number, gapPx: number, comfort: number, shares: Array<number>, stops: number, titlePx: number, narrowPx: number, locatorShare: number}, zooms: Array<number>, zooming: Object<string, number>, change: {signs: Object<string, string>, dashes: Object<string, Array<number>>, inks: Object<string, string>, otherInk: string, axis: Object<string, string>, px: number, haloPx: number, tagPx: number, roomPx: number}, narrowPage: string, foldedColumns: number}} */
export const STYLE = {
  "controllers": {
    "taliban": "#C6BCAB",
    "nrf": "#1B6CA8",
    "anti_taliban_local": "#27A79B",
    "local_forces": "#F0C05A",
    "samangan_front": "#B25D2C",
    "hazara_militias": "#8A8A24",
    "uzbek_taliban_dissidents": "#D98BE0",
    "taliban_dissidents": "#6E2470",
    "mahdi_front": "#5A2015",
    "aff": "#9AD4F5",
    "unknown": "#FFFFFF"
  },
  "otherController": "#9A8FB5",
  "baseController": "taliban",
  "baseOpacity": 0.74,
  "unnamedSide": "#5E574C",
  "striped": [
    "contested",
    "disagreed"
  ],
  "ageSteps": [
    [
      30,
      0.86
    ],
    [
      180,
      0.66
    ],
    [
      1000000,
      0.5
    ]
  ],
  "fadeNames": [
    "fresh",
    "older",
    "old"
  ],
  "signs": {
    "patterns": {
      "plain": {
        "step": 8,
        "width": 0,
        "lines": [],
        "dots": []
      },
      "level": {
        "step": 6,
        "width": 1.3,
        "lines": [
          [
            [
              0,
              0.5
            ],
            [
              1,
              0.5
            ]
          ]
        ],
        "dots": []
      },
      "upright": {
        "step": 6,
        "width": 1.3,
        "lines": [
          [
            [
              0.5,
              0
            ],
            [
              0.5,
              1
            ]
          ]
        ],
        "dots": []
      },
      "grid": {
        "step": 7,
        "width": 1.2,
        "lines": [
          [
            [
              0,
              0.5
            ],
            [
              1,
              0.5
            ]
          ],
          [
            [
              0.5,
              0
            ],
            [
              0.5,
              1
            ]
          ]
        ],
        "dots": []
      },
      "plus": {
        "step": 9,
        "width": 1.5,
        "lines": [
          [
            [
              0.25,
              0.5
            ],
            [
              0.75,
              0.5
            ]
          ],
          [
            [
              0.5,
              0.25
            ],
            [
              0.5,
              0.75
            ]
          ]
        ],
        "dots": []
      },
      "dots": {
        "step": 8,
        "width": 1.4,
        "lines": [],
        "dots": [
          [
            0.25,
            0.25
          ],
          [
            0.75,
            0.75
          ]
        ]
      },
      "rows": {
        "step": 8,
        "width": 1.4,
        "lines": [
          [
            [
              0.1,
              0.25
            ],
            [
              0.5,
              0.25
            ]
          ],
          [
            [
              0.6,
              0.75
            ],
            [
              1.0,
              0.75
            ]
          ]
        ],
        "dots": []
      },
      "bricks": {
        "step": 9,
        "width": 1.2,
        "lines": [
          [
            [
              0,
              0.25
            ],
            [
              1,
              0.25
            ]
          ],
          [
            [
              0,
              0.75
            ],
            [
              1,
              0.75
            ]
          ],
          [
            [
              0.25,
              0.25
            ],
            [
              0.25,
              0.75
            ]
          ],
          [
            [
              0.75,
              -0.25
            ],
            [
              0.75,
              0.25
            ]
          ]
        ],
        "dots": []
      },
      "posts": {
        "step": 8,
        "width": 1.4,
        "lines": [
          [
            [
              0.25,
              0.1
            ],
            [
              0.25,
              0.5
            ]
          ],
          [
            [
              0.75,
              0.6
            ],
            [
              0.75,
              1.0
            ]
          ]
        ],
        "dots": []
      },
      "peaks": {
        "step": 9,
        "width": 1.2,
        "lines": [
          [
            [
              0.2,
              0.7
            ],
            [
              0.5,
              0.3
            ],
            [
              0.8,
              0.7
            ],
            [
              0.2,
              0.7
            ]
          ]
        ],
        "dots": []
      },
      "waves": {
        "step": 8,
        "width": 1.3,
        "lines": [
          [
            [
              0,
              0.5
            ],
            [
              0.25,
              0.35
            ],
            [
              0.75,
              0.65
            ],
            [
              1,
              0.5
            ]
          ]
        ],
        "dots": []
      },
      "contested": {
        "step": 10,
        "width": 2.0,
        "lines": [
          [
            [
              0,
              0.25
            ],
            [
              0.25,
              0
            ],
            [
              0.75,
              0.5
            ],
            [
              1,
              0.25
            ]
          ]
        ],
        "dots": []
      },
      "disagreed": {
        "step": 10,
        "width": 3.5,
        "lines": [
          [
            [
              -1,
              2
            ],
            [
              2,
              -1
            ]
          ]
        ],
        "dots": []
      },
      "claimed": {
        "step": 8,
        "width": 1.7,
        "lines": [
          [
            [
              -1,
              2
            ],
            [
              2,
              -1
            ]
          ]
        ],
        "dots": []
      },
      "undecided": {
        "step": 13,
        "width": 1.2,
        "lines": [
          [
            [
              0.14,
              0.14
            ],
            [
              0.36,
              0.36
            ]
          ],
          [
            [
              0.64,
              0.64
            ],
            [
              0.86,
              0.86
            ]
          ]
        ],
        "dots": []
      },
      "disputed": {
        "step": 14,
        "width": 2.0,
        "lines": [
          [
            [
              -1,
              -1
            ],
            [
              2,
              2
            ]
          ]
        ],
        "dots": []
      },
      "changing": {
        "step": 6,
        "width": 0.9,
        "lines": [
          [
            [
              -1,
              2
            ],
            [
              2,
              -1
            ]
          ]
        ],
        "dots": []
      },
      "active": {
        "step": 14,
        "width": 2.2,
        "lines": [],
        "dots": [
          [
            0.5,
            0.5
          ]
        ]
      }
    },
    "holders": {
      "taliban": {
        "colour": "#C6BCAB",
        "edge": "#574C3C",
        "band": "#E4DCCD",
        "word": "#574C3C",
        "pattern": "plain",
        "ink": "#FFFDF8"
      },
      "nrf": {
        "colour": "#1B6CA8",
        "edge": "#0C3F68",
        "band": "#1B6CA8",
        "word": "#1B6CA8",
        "pattern": "plain",
        "ink": "#FFFDF8"
      },
      "anti_taliban_local": {
        "colour": "#27A79B",
        "edge": "#0B4F49",
        "band": "#14756C",
        "word": "#14756C",
        "pattern": "level",
        "ink": "#FFFDF8"
      },
      "local_forces": {
        "colour": "#F0C05A",
        "edge": "#6E4E05",
        "band": "#8F670B",
        "word": "#8F670B",
        "pattern": "upright",
        "ink": "#6E4E05"
      },
      "samangan_front": {
        "colour": "#B25D2C",
        "edge": "#5E2A0D",
        "band": "#A65628",
        "word": "#A65628",
        "pattern": "grid",
        "ink": "#FFFDF8"
      },
      "hazara_militias": {
        "colour": "#8A8A24",
        "edge": "#45450A",
        "band": "#6C6F26",
        "word": "#6C6F26",
        "pattern": "plus",
        "ink": "#FFFDF8"
      },
      "uzbek_taliban_dissidents": {
        "colour": "#D98BE0",
        "edge": "#6B2473",
        "band": "#8F3A98",
        "word": "#8F3A98",
        "pattern": "dots",
        "ink": "#6B2473"
      },
      "taliban_dissidents": {
        "colour": "#6E2470",
        "edge": "#45124A",
        "band": "#6E2470",
        "word": "#6E2470",
        "pattern": "peaks",
        "ink": "#FFFDF8"
      },
      "mahdi_front": {
        "colour": "#5A2015",
        "edge": "#3A110A",
        "band": "#5A2015",
        "word": "#5A2015",
        "pattern": "bricks",
        "ink": "#FFFDF8"
      },
      "aff": {
        "colour": "#9AD4F5",
        "edge": "#1D4E6B",
        "band": "#2F7396",
        "word": "#2F7396",
        "pattern": "rows",
        "ink": "#1D4E6B"
      },
      "unknown": {
        "colour": "#FFFFFF",
        "edge": "#4A443B",
        "band": "#4A443B",
        "word": "#4A443B",
        "pattern": "plain",
        "ink": "#FFFDF8"
      }
    },
    "otherHolder": {
      "colour": "#9A8FB5",
      "edge": "#463B61",
      "band": "#5D5080",
      "word": "#5D5080",
      "pattern": "waves",
      "ink": "#463B61"
    },
    "patternLeastOpacity": 0.8,
    "claimedFaint": 0.22,
    "changingInk": "#26211A",
    "edgePx": 1.8,
    "contestedEdgePx": 2.6,
    "siegePx": 3.0,
    "edgeCasingPx": 0.75,
    "casingPx": 0.8,
    "casingOpacity": 0.85,
    "edgeDashes": {
      "solid": [
        0,
        0
      ],
      "dashed": [
        5.0,
        2.5
      ],
      "dotted": [
        2.0,
        2.0
      ]
    }
  },
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
    "verified": "#17191D",
    "reported": "#4B5056",
    "claimed": "#7C8187",
    "disputed": "#8E2148",
    "refuted": "#BC6684"
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
  "ink": "#1F1B16",
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
    "axis": {
      "change": "#B03A2E",
      "ended": "#6E665A",
      "denied": "#3B342A"
    },
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

/** @type {Array<string>} */
export const LAYERS = ["control", "activity", "presence"];

/** @type {Array<string>} */
export const PRESENCE_LEVELS = ["reports", "lists", "claims"];

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
export const FILTER_KEYS = ["type", "grade", "actor", "area", "precision", "claimant", "kind"];

/** @type {Array<string>} */
export const REFERENCE_FILTERS = ["type", "actor", "area"];

/** @type {Array<string>} */
export const URL_KEYS = ["date", "perspective", "window", "layer", "presence", "since", "province", "district", "place", "event", "at", "known_by", "definition", "reference", "lang", "type", "grade", "actor", "area", "precision", "claimant", "kind"];

/** @type {Object<string, string>} */
export const VIEW_DEFAULTS = {
  "perspective": "assessed",
  "window": "30",
  "layer": "control",
  "presence": "reports",
  "definition": "ours",
  "lang": "en"
};

/** @type {Object<string, string>} */
export const CITED = {
  "author": "Afghanistan Conflict Replay contributors",
  "title": "Afghanistan Conflict Replay"
};

/** @type {Object<string, string>} */
export const FONT = {
  "family": "Replay Arabic",
  "weights": "400 700",
  "range": "U+0600-06FF,U+200C-200D"
};

/** @type {string} */
export const DATA_KEY = "data";

/** @type {Array<string>} */
export const DEFINITIONS = ["ours", "lwj", "isw", "acled-syria", "strict", "symmetric"];

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
export const EVENT_TYPES = ["battles", "explosions", "violence_against_civilians", "protests", "riots", "strategic_developments"];

/** @type {Array<string>} */
export const VERIFICATIONS = ["verified", "reported", "claimed", "disputed", "refuted"];

/** @type {Array<string>} */
export const CONTROL_STATUSES = ["control", "contested", "presence", "besieged", "advance", "rebellion"];

/** @type {Array<string>} */
export const CERTAINTIES = ["A", "B", "C", "D", "E"];

/** @type {number} */
export const DRAWN_DATE_PRECISION = 3;
