/** A canvas over the map that stays in place while panning and scales along while zooming. */

import { projection } from "../engine/mercator.js";

const MARGIN = 0.25; // drawn beyond the view on each side, as a share of its size

/**
 * @param map Leaflet map
 * @param options.pane name of the pane, options.zIndex its order
 * @param options.paint (ctx, view) => void; view: {scale, x, y, ratio, width, height, zoom}: a local unit u is
 *   drawn at u * scale + x (device pixels). A painter that answers false has drawn nothing: the browser then need not
 *   put the empty picture over the others at each step.
 */
export function canvasLayer(map, { pane, zIndex, paint }) {
  const L = window.L;
  if (!map.getPane(pane)) {
    map.createPane(pane).style.zIndex = zIndex;
    map.getPane(pane).style.pointerEvents = "none";
  }
  const canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", map.getPane(pane));
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d");
  let view = null;
  let centre;
  let zoom;

  function reset() {
    const size = map.getSize();
    if (!size.x || !size.y) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const margin = size.multiplyBy(MARGIN).round();
    const corner = map.containerPointToLayerPoint([-margin.x, -margin.y]).round();
    const full = size.add(margin.multiplyBy(2));
    [canvas.width, canvas.height] = [full.x * ratio, full.y * ratio];
    canvas.style.width = `${full.x}px`;
    canvas.style.height = `${full.y}px`;
    L.DomUtil.setPosition(canvas, corner);
    centre = map.getCenter();
    zoom = map.getZoom();
    const p = projection(map);
    view = {
      scale: p.scale * ratio,
      x: (p.x - corner.x) * ratio,
      y: (p.y - corner.y) * ratio,
      ratio,
      width: canvas.width,
      height: canvas.height,
      zoom,
    };
    repaint();
  }

  function repaint() {
    if (!view) return;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    canvas.style.display = paint(ctx, view) === false ? "none" : "";
  }

  /** The same transform as Leaflet's own renderers use during a zoom. */
  function follow(newCentre, newZoom) {
    if (!view) return;
    const scale = map.getZoomScale(newZoom, zoom);
    const half = map.getSize().multiplyBy(0.5 + MARGIN);
    const offset = half
      .multiplyBy(-scale)
      .add(map.project(centre, newZoom))
      .subtract(map.project(newCentre, newZoom).subtract(map.getSize().divideBy(2)).subtract(panned()));
    L.DomUtil.setTransform(canvas, offset, scale);
  }

  const panned = () => map._getMapPanePos();

  map.on("viewreset moveend resize", reset);
  map.on("zoomanim", (event) => follow(event.center, event.zoom));
  reset();
  return { repaint, reset, view: () => view };
}

/** Draw in local units: paths of `topology.js` fit as they are. */
export function inLocalUnits(ctx, view, draw) {
  ctx.save();
  ctx.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
  draw(view.ratio / view.scale); // what a CSS pixel is in local units
  ctx.restore();
}
