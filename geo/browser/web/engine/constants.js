// biome-ignore-all format: made by a program
/** What Python states and the browser uses: made by `python -m geo.build.made`, never edited by hand. */

/** @type {{controllers: Object<string, string>, otherController: string, baseController: string, baseOpacity: number, unnamedSide: string, striped: Array<string>, ageSteps: Array<Array<number>>, fadeNames: Array<string>, signs: {patterns: {plain: {step: number, width: number, lines: Array<number>, dots: Array<number>}, level: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, upright: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, grid: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, plus: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, dots: {step: number, width: number, lines: Array<number>, dots: Array<Array<number>>}, rows: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, bricks: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, posts: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, peaks: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, waves: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, contested: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, disagreed: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, claimed: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, disputed: {step: number, width: number, lines: Array<Array<Array<number>>>, dots: Array<number>}, active: {step: number, width: number, lines: Array<number>, dots: Array<Array<number>>}}, holders: Object<string, Object<string, string>>, otherHolder: Object<string, string>, patternLeastOpacity: number, claimedFaint: number, edgePx: number, contestedEdgePx: number, siegePx: number, edgeCasingPx: number, casingPx: number, casingOpacity: number, edgeDashes: Object<string, Array<number>>}, symbols: Object<string, Object<string, string>>, gradeColours: Object<string, string>, ink: string, halo: string, axis: Object<string, string>}} */
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
  "gradeColours": {
    "verified": "#17191D",
    "reported": "#4B5056",
    "claimed": "#7C8187",
    "disputed": "#8E2148",
    "refuted": "#BC6684"
  },
  "ink": "#1F1B16",
  "halo": "#FFFDF8",
  "axis": {
    "change": "#B03A2E",
    "ended": "#6E665A",
    "denied": "#3B342A"
  }
};

/** @type {Array<string>} */
export const LAYERS = ["control", "activity", "presence"];

/** @type {Array<string>} */
export const PRESENCE_LEVELS = ["reports", "lists", "claims"];

/** @type {Array<string>} */
export const FILTER_KEYS = ["type", "grade", "actor", "area", "precision", "claimant", "kind"];

/** @type {Array<string>} */
export const URL_KEYS = ["date", "perspective", "window", "layer", "presence", "since", "province", "district", "place", "event", "at", "known_by", "reference", "lang", "type", "grade", "actor", "area", "precision", "claimant", "kind"];

/** @type {Object<string, string>} */
export const VIEW_DEFAULTS = {
  "perspective": "assessed",
  "window": "30",
  "layer": "control",
  "presence": "reports",
  "lang": "en"
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
export const EVENT_TYPES = ["battles", "explosions", "violence_against_civilians", "protests", "riots", "strategic_developments"];

/** @type {Array<string>} */
export const VERIFICATIONS = ["verified", "reported", "claimed", "disputed", "refuted"];

/** @type {number} */
export const DRAWN_DATE_PRECISION = 3;
