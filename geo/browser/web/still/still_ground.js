/** Who holds what in a drawing of the page's first picture, put there anew for another day. */

import { stepOf, tileOf } from "../drawing/patterns.js";
import { signOf } from "../engine/area_style.js";
import { STYLE } from "../engine/constants.js";
import { local, placedIn, unitsPerKm } from "../engine/mercator.js";

/** @import { AreaStyle, Edge, LocatedZone, Strokes } from "../types.js" */
/** @import { ZonesOfDay } from "../drawing/zone_groups.js" */
/** @import { Line } from "../engine/topology.js" */

const SVG = "http://www.w3.org/2000/svg";
const { signs } = STYLE;
/** @type {{[line: string]: number[]}} */
const DASHES = signs.edgeDashes;
/** Patterns are drawn so many times finer than the design, for screens with small pixels. */
const FINER = 3;

let made = 0;

/** An id that no other element of the page has. */
function freeId() {
  made += 1;
  return `still-${made}`;
}

export class StillGround {
  /** @type {Map<number, string>} outlines as paths, by district */
  #paths = new Map();
  /** @type {Map<string, string>} the ids of patterns that are there */
  #patterns = new Map();

  /**
   * @param {SVGGElement} group what is drawn anew; it says where it lies in the world
   * @param {Map<number, Line[]>} outlines in local units, by the district that stands for an area
   */
  constructor(group, outlines) {
    const [world, left, top, px, least] = (group.dataset.units ?? "").split(" ").map(Number);
    this.group = group;
    this.outlines = outlines;
    this.place = placedIn(world, [left, top]);
    this.px = px;
    this.least = least;
    this.defs = element("defs", {});
  }

  /** @param {ZonesOfDay} zones */
  draw({ groups, places }) {
    this.group.replaceChildren(this.defs);
    for (const { style, districts } of groups)
      this.#area(style, districts.map((number) => this.#pathOf(number)).join(""));
    for (const { zone, style } of places) this.#area(style, this.#circle(zone));
  }

  /**
   * @param {AreaStyle} style
   * @param {string} d
   */
  #area(style, d) {
    const { ground, opacity, strokes, edge, besieged } = signOf(style);
    if (ground) this.group.append(element("path", { d, fill: ground, "fill-opacity": opacity }));
    for (const one of strokes)
      this.group.append(element("path", { d, fill: `url(#${this.#pattern(one)})`, "fill-opacity": one.opacity }));
    if (edge || besieged) this.group.append(this.#inside(d, edge, besieged));
  }

  /**
   * Outlines inside the area, so that neighbours keep their own.
   * @param {string} d
   * @param {Edge | null} edge
   * @param {boolean} besieged
   */
  #inside(d, edge, besieged) {
    const id = freeId();
    const clip = element("clipPath", { id }, element("path", { d }));
    const rims = element("g", { "clip-path": `url(#${id})`, fill: "none" });
    if (edge) {
      /** @type {{[name: string]: string}} */
      const dash = {};
      if (edge.line !== "solid") dash["stroke-dasharray"] = DASHES[edge.line].map((part) => part * this.px).join(" ");
      rims.append(this.#rim(d, edge.colour, edge.width + signs.edgeCasingPx, dash));
      rims.append(this.#rim(d, STYLE.halo, signs.edgeCasingPx, { "stroke-opacity": signs.casingOpacity }));
    }
    if (besieged) rims.append(this.#rim(d, STYLE.ink, signs.siegePx));
    return element("g", {}, clip, rims);
  }

  /**
   * @param {string} d
   * @param {string} stroke
   * @param {number} width in pixels of the design
   * @param {{[name: string]: string | number}} [more]
   */
  #rim(d, stroke, width, more = {}) {
    return element("path", { d, stroke, "stroke-width": 2 * width * this.px, ...more });
  }

  /**
   * The id of a pattern, made when it is first asked for.
   * @param {Strokes} strokes
   */
  #pattern(strokes) {
    const key = `${strokes.pattern} ${strokes.colour} ${strokes.cased}`;
    const known = this.#patterns.get(key);
    if (known) return known;
    const id = freeId();
    const side = stepOf(strokes.pattern) * this.px;
    const image = element("image", { href: tileOf(strokes, FINER).toDataURL(), width: side, height: side });
    this.defs.append(element("pattern", { id, patternUnits: "userSpaceOnUse", width: side, height: side }, image));
    this.#patterns.set(key, id);
    return id;
  }

  /** @param {number} number of a district */
  #pathOf(number) {
    const known = this.#paths.get(number);
    if (known !== undefined) return known;
    const path = (this.outlines.get(number) ?? []).map((ring) => this.#ring(ring)).join("");
    this.#paths.set(number, path);
    return path;
  }

  /** @param {Line} ring */
  #ring(ring) {
    const { scale, x, y } = this.place;
    const corners = ring.map(([east, south]) =>
      [Math.round(east * scale + x), Math.round(south * scale + y)].join(" "),
    );
    return `M${corners.join("L")}Z`;
  }

  /** @param {LocatedZone} zone */
  #circle({ lon, lat, radiusKm }) {
    const [east, south] = local(lon, lat);
    const { scale, x, y } = this.place;
    const radius = Math.max(this.least, radiusKm * unitsPerKm(lat) * scale);
    const left = east * scale + x - radius;
    const arc = `a${radius} ${radius} 0 1 0`;
    return `M${left} ${south * scale + y}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0Z`;
  }
}

/**
 * @param {string} name
 * @param {{[name: string]: string | number}} attributes
 * @param {...Element} children
 */
function element(name, attributes, ...children) {
  const one = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, String(value));
  one.append(...children);
  return one;
}
