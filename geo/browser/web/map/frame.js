/** The map's side: puts the layers on a Leaflet map and draws what the conductor says. */

import { comparedMap, sharedViewport } from "../compare/compared_map.js";
import { STYLE } from "../engine/constants.js";
import { keyHandler } from "../engine/keys.js";
import { local } from "../engine/mercator.js";
import { fetchJson, findStore, NOTHING } from "../engine/store.js";
import { decode } from "../engine/topology.js";
import { pageViewport } from "../engine/viewport.js";
import { userDataLayers } from "../userdata/layer.js";
import { basemapPainter } from "./basemap.js";
import { canvasLayer } from "./canvas_layer.js";
import { eventPainter } from "./events.js";
import { highlightPainter } from "./highlights.js";
import { labelPainter } from "./labels.js";
import { tooltip } from "./tooltip.js";
import { placeAt, zonePainter } from "./zones.js";

const REST_MS = 200;

/**
 * Put the replay on a map. @param assets {base, relief, side}: addresses of the ground's data and of the
 * relief, and which side of the page's two this map shows (none: the page has one map)
 */
export async function mountMap(map, assets) {
  const [page, base] = await Promise.all([findStore(), fetchJson(assets.base)]);
  const store = assets.comparedMap ? comparedMap(page, assets.comparedMap) : page;
  const { record } = store;
  const L = window.L;
  dress(map);
  const [nearest, farthest] = record.style.zooms;
  map.setMinZoom(nearest).setMaxZoom(farthest).fitBounds(record.style.bounds, { animate: false });
  map.createPane("relief").style.zIndex = 150;
  L.imageOverlay(assets.relief, base.relief, { pane: "relief", interactive: false }).addTo(map);

  const { areas, borders } = decode(
    base.topology,
    record.districts.map((d) => d.id),
    record.districts.map((d) => d.province),
  );
  const zones = zonePainter(areas, record);
  const events = eventPainter(record);
  const zoneLayer = canvasLayer(map, { pane: "zones", zIndex: 300, paint: zones.paint });
  const highlights = highlightPainter(areas, record);
  const highlightLayer = canvasLayer(map, { pane: "highlights", zIndex: 320, paint: highlights.paint });
  canvasLayer(map, { pane: "basemap", zIndex: 310, paint: basemapPainter(base, borders) });
  const names = labelPainter(record, base.towns);
  let rest;
  const eventLayer = canvasLayer(map, {
    pane: "events",
    zIndex: 430,
    // one canvas: each full-size one costs the browser a millisecond or two at every step
    paint: (ctx, view) => {
      events.paintUnder(ctx, view);
      const fresh = names.paint(ctx, view);
      events.paint(ctx, view);
      clearTimeout(rest);
      rest = setTimeout(declutter, fresh ? 0 : REST_MS);
    },
  });
  /** While days go by the names stand still; at rest they step out from under the marks. */
  function declutter() {
    if (page.player?.playing) rest = setTimeout(declutter, REST_MS);
    else if (names.declutter(eventLayer.view(), events.obstacles())) eventLayer.repaint();
  }

  const userData = assets.comparedMap ? null : userDataLayers(map, page, areas, names);
  const viewport = assets.comparedMap ? sharedViewport(map, page, assets.comparedMap) : pageViewport(map, store);
  const view = {
    draw(state, changed) {
      if (zones.show(state.day, state.perspective)) zoneLayer.repaint();
      if (highlights.show(state)) highlightLayer.repaint();
      const first = record.windowStart(state.day, state.window);
      const chosen = [state.event, ...(state.highlight ?? [])].filter(Boolean);
      if (
        events.show(
          first,
          state.day,
          chosen.map((id) => record.eventNumber(id)),
        )
      ) {
        eventLayer.repaint();
      }
      userData?.draw(state);
      viewport.draw(state, changed);
      store.painted(state.day);
    },
    /** Numbers of the events on the map, for tests. */
    visibleEvents: () => events.visible().map((i) => record.events.id[i]),
    /** The names that lie under marks, for tests. */
    coveredNames: () => names.under(events.obstacles()).map(({ label }) => label.text),
    /** How many events each mark stands for, for tests. */
    clusters: () => events.clusters(),
  };
  pointing(map, store, { areas, events, eventLayer, userData });
  if (!assets.comparedMap) {
    window.addEventListener("keydown", keyHandler(store), true); // before Leaflet takes the arrows
    page.bounds = () => map.getBounds().toBBoxString().split(",").map(Number); // for what is carried off
    map.on("moveend", () => page.onMoved?.());
  }
  window.conflictMap = { map, view, comparedMap: assets.comparedMap };
  store.attach("map", view);
  addEventListener("pagehide", () => store.detach("map", view));
}

const WHOLE_FRAME = "html, body { margin: 0; overflow: hidden; } #map_div { height: 100vh !important; }";

/** The page's small type and a ground that continues the relief. */
function dress(map) {
  const style = document.createElement("style");
  const whole = document.getElementById("map_div") ? WHOLE_FRAME : ""; // streamlit-folium's frame holds the map alone
  style.textContent = `${whole}
    .leaflet-container { background: ${STYLE.paper}; font: 12px/1.4 system-ui, "Segoe UI", sans-serif; }
    .leaflet-control-attribution { font-size: 10px; }
    .leaflet-relief-pane img {
      mask-image: linear-gradient(to right, transparent, #000 9%, #000 91%, transparent),
        linear-gradient(to bottom, transparent, #000 9%, #000 91%, transparent);
      mask-composite: intersect;
    }`;
  document.head.append(style);
  map.invalidateSize();
}

/** Hover tells, click selects: an event first (the reader's own lie on top), else the district and its province. */
function pointing(map, store, { areas, events, eventLayer, userData }) {
  const tip = tooltip(map, store);
  const found = (event) => {
    const mine = userData?.at((view) => canvasPoint(map, event.layerPoint, view)) ?? [];
    if (mine.length) return { userData: mine };
    const hit = eventLayer.view() ? events.at(...canvasPoint(map, event.layerPoint, eventLayer.view())) : [];
    if (hit.length) return { events: hit };
    const place = placeAt(store, map, event.latlng);
    return place ? { place } : { district: districtAt(areas, event.latlng) };
  };
  map.on("mousemove", (event) => tip.show(found(event), event.containerPoint));
  map.on("mouseout movestart", () => tip.hide());
  map.on("click", (event) => {
    const hit = found(event);
    const { record } = store;
    if (userData) store.userData.select(hit.userData ? hit.userData[(hit.userData.indexOf(store.userData.selected) + 1) % hit.userData.length] : -1);
    if (hit.userData) return;
    if (hit.events) {
      const ids = hit.events.map((i) => record.events.id[i]);
      const next = ids[(ids.indexOf(store.state.event) + 1) % ids.length];
      store.set({ event: next });
    } else if (hit.place) {
      store.set({ ...NOTHING, province: record.provinces[hit.place.zone.province].id, place: hit.place.zone.id });
    } else if (hit.district >= 0) {
      const { id, province } = record.districts[hit.district];
      store.set({ ...NOTHING, province: record.provinces[province].id, district: id });
    } else {
      store.set(NOTHING);
    }
    store.commit();
  });
}

function canvasPoint(map, layerPoint, view) {
  const [lon0] = [map.layerPointToLatLng(layerPoint)];
  const [x, y] = local(lon0.lng, lon0.lat);
  return [x * view.scale + view.x, y * view.scale + view.y];
}

let probe;

/** Number of the district under a position; -1 outside. */
function districtAt(areas, { lat, lng }) {
  probe ??= document.createElement("canvas").getContext("2d");
  const [x, y] = local(lng, lat);
  return areas.findIndex(
    ({ box, path }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && probe.isPointInPath(path, x, y),
  );
}
