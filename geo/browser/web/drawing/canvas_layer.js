/** A canvas over the map that stays in place while panning and scales along while zooming. */

import { projection } from "../engine/mercator.js";

/** @import { LatLng } from "leaflet" */
/** @import { CanvasView, LeafletMap, Paint } from "../types.js" */

const MARGIN = 0.25; // drawn beyond the view on each side, as a share of its size
const MAX_RATIO = 3; // as sharp as phones are
const MAX_PIXELS = 8e6; // a canvas as large as that is drawn within a frame; on a larger map it is less sharp

/**
 * A canvas in a pane of its own. A painter that answers false has drawn nothing: the browser then need not put the
 * empty picture over the others at each step.
 * @param {LeafletMap} map
 * @param {{pane: string, zIndex: number, paint: Paint}} options
 */
export function canvasLayer(map, options) {
  return new CanvasLayer(map, options);
}

export class CanvasLayer {
  /** @type {CanvasView | null} */
  #view = null;
  /** @type {LatLng} */
  #centre; // of the map when the canvas was laid
  #zoom;

  /**
   * @param {LeafletMap} map
   * @param {{pane: string, zIndex: number, paint: Paint}} options
   */
  constructor(map, { pane, zIndex, paint }) {
    this.map = map;
    this.paint = paint;
    this.canvas = window.L.DomUtil.create("canvas", "leaflet-zoom-animated", paneOf(map, pane, zIndex));
    this.canvas.setAttribute("aria-hidden", "true");
    this.ctx = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.#centre = map.getCenter();
    this.#zoom = map.getZoom();
    map.on("viewreset moveend resize", () => this.reset());
    map.on("zoomanim", (event) => this.#follow(event.center, event.zoom));
    this.reset();
  }

  /** What is drawn now; null while the map has no size. */
  view() {
    return this.#view;
  }

  /** Lay the canvas over what the map shows now. */
  reset() {
    const { map, canvas } = this;
    const size = map.getSize();
    if (!size.x || !size.y) return;
    const margin = size.multiplyBy(MARGIN).round();
    const corner = map.containerPointToLayerPoint([-margin.x, -margin.y]).round();
    const full = size.add(margin.multiplyBy(2));
    const ratio = ratioFor(full.x * full.y, window.devicePixelRatio || 1);
    [canvas.width, canvas.height] = [full.x * ratio, full.y * ratio];
    canvas.style.width = `${full.x}px`;
    canvas.style.height = `${full.y}px`;
    window.L.DomUtil.setPosition(canvas, corner);
    this.#centre = map.getCenter();
    this.#zoom = map.getZoom();
    const { scale, x, y } = projection(map);
    this.#view = {
      scale: scale * ratio,
      x: (x - corner.x) * ratio,
      y: (y - corner.y) * ratio,
      ratio,
      width: canvas.width,
      height: canvas.height,
      zoom: this.#zoom,
    };
    this.repaint();
  }

  repaint() {
    if (!this.#view) return;
    const { ctx, canvas } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    canvas.style.display = this.paint(ctx, this.#view) === false ? "none" : "";
  }

  /**
   * The same transform as Leaflet's own renderers use during a zoom.
   * @param {LatLng} centre
   * @param {number} zoom
   */
  #follow(centre, zoom) {
    if (!this.#view) return;
    const { map } = this;
    const scale = map.getZoomScale(zoom, this.#zoom);
    const half = map.getSize().multiplyBy(0.5 + MARGIN);
    const panned = map._getMapPanePos();
    const offset = half
      .multiplyBy(-scale)
      .add(map.project(this.#centre, zoom))
      .subtract(map.project(centre, zoom).subtract(map.getSize().divideBy(2)).subtract(panned));
    window.L.DomUtil.setTransform(this.canvas, offset, scale);
  }
}

/**
 * How many pixels of a canvas stand for one of the page: those of the screen, while they can be drawn in time. Never less
 * than two on a screen that has as many, and whole, so that lines stay sharp.
 * @param {number} area of the canvas, in CSS pixels
 * @param {number} screen what the screen has
 */
export function ratioFor(area, screen) {
  const wanted = Math.min(screen, MAX_RATIO);
  return wanted <= 2 || area * wanted * wanted <= MAX_PIXELS ? wanted : 2;
}

/**
 * A pane of the map that no pointer meets, made when it is not there.
 * @param {LeafletMap} map
 * @param {string} name
 * @param {number} zIndex
 */
function paneOf(map, name, zIndex) {
  const known = map.getPane(name);
  if (known) return known;
  const pane = map.createPane(name);
  Object.assign(pane.style, { zIndex, pointerEvents: "none" });
  return pane;
}

/**
 * Draw in local units: paths of `topology.js` fit as they are.
 * @param {CanvasRenderingContext2D} ctx
 * @param {CanvasView} view
 * @param {(px: number) => void} draw is told what a CSS pixel is in local units
 */
export function inLocalUnits(ctx, view, draw) {
  ctx.save();
  ctx.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
  draw(view.ratio / view.scale);
  ctx.restore();
}
