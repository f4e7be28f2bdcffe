/** The map's side: puts the layers on a Leaflet map and draws what the conductor says. */

import { oneSide, sharedSight } from "../compare/compared_map.js";
import { STYLE } from "../engine/constants.js";
import { keyHandler } from "../engine/keys.js";
import { local } from "../engine/mercator.js";
import { Delayed } from "../engine/outstanding.js";
import { fetchJson, findReplay, NOTHING } from "../engine/store.js";
import { decode } from "../engine/topology.js";
import { ownSight } from "../engine/viewport.js";
import { ownLayers } from "../userdata/layer.js";
import { groundPainter } from "./basemap.js";
import { canvasLayer } from "./canvas_layer.js";
import { eventPainter } from "./events.js";
import { markPainter } from "./highlights.js";
import { labelPainter } from "./labels.js";
import { tooltip } from "./tooltip.js";
import { placeAt, zonePainter } from "./zones.js";

const REST_MS = 200;

/**
 * Put the replay on a map. @param assets {base, relief, side}: addresses of the ground's data and of the
 * relief, and which side of the page's two this map shows (none: the page has one map)
 */
export async function mountMap(map, assets) {
  const [page, base] = await Promise.all([findReplay(), fetchJson(assets.base)]);
  const replay = assets.side ? oneSide(page, assets.side) : page;
  const { record } = replay;
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
  const marked = markPainter(areas, record);
  const markLayer = canvasLayer(map, { pane: "marks", zIndex: 320, paint: marked.paint });
  canvasLayer(map, { pane: "ground", zIndex: 310, paint: groundPainter(base, borders) });
  const names = labelPainter(record, base.towns);
  const resting = new Delayed(page.outstanding, `the names of map ${assets.side ?? ""}`, settle);
  const eventLayer = canvasLayer(map, {
    pane: "events",
    zIndex: 430,
    // one canvas: each full-size one costs the browser a millisecond or two at every step
    paint: (ctx, view) => {
      events.paintUnder(ctx, view);
      const fresh = names.paint(ctx, view);
      events.paint(ctx, view);
      resting.after(fresh ? 0 : REST_MS);
    },
  });
  /** While days go by the names stand still; at rest they step out from under the marks. */
  function settle() {
    if (page.player?.playing) resting.after(REST_MS);
    else if (names.settle(eventLayer.view(), events.marks())) eventLayer.repaint();
  }

  const own = assets.side ? null : ownLayers(map, page, areas, names);
  const sight = assets.side ? sharedSight(map, page, assets.side) : ownSight(map, replay);
  const view = {
    draw(state, changed) {
      if (zones.show(state.day, state.perspective)) zoneLayer.repaint();
      if (marked.show(state)) markLayer.repaint();
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
      own?.draw(state);
      sight.draw(state, changed);
      replay.painted(state.day);
    },
    /** Numbers of the events on the map, for tests. */
    visibleEvents: () => events.visible().map((i) => record.events.id[i]),
    /** The names that lie under marks, for tests. */
    coveredNames: () => names.under(events.marks()).map(({ label }) => label.text),
    /** How many events each mark stands for, for tests. */
    clusters: () => events.clusters(),
  };
  pointing(map, replay, { areas, events, eventLayer, own });
  if (!assets.side) {
    window.addEventListener("keydown", keyHandler(replay), true); // before Leaflet takes the arrows
    page.bounds = () => map.getBounds().toBBoxString().split(",").map(Number); // for what is carried off
    map.on("moveend", () => page.onMoved?.());
  }
  window.conflictMap = { map, view, side: assets.side };
  replay.attach("map", view);
  const still = countMoves(map, page.outstanding, `a move of map ${assets.side ?? ""}`);
  addEventListener("pagehide", () => {
    replay.detach("map", view);
    resting.cancel();
    still();
  });
}

/** Count the map's own animations as outstanding; the answer ends what is counted, for when the map is left. */
function countMoves(map, outstanding, name) {
  const end = () => outstanding.end(name);
  map.on("movestart zoomstart move", () => outstanding.begin(name)); // a new size is said by 'move' alone
  map.on("moveend", end);
  return end;
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
function pointing(map, replay, { areas, events, eventLayer, own }) {
  const tip = tooltip(map, replay);
  const found = (event) => {
    const mine = own?.at((view) => canvasPoint(map, event.layerPoint, view)) ?? [];
    if (mine.length) return { own: mine };
    const hit = eventLayer.view() ? events.at(...canvasPoint(map, event.layerPoint, eventLayer.view())) : [];
    if (hit.length) return { events: hit };
    const place = placeAt(replay, map, event.latlng);
    return place ? { place } : { district: districtAt(areas, event.latlng) };
  };
  map.on("mousemove", (event) => tip.show(found(event), event.containerPoint));
  map.on("mouseout movestart", () => tip.hide());
  map.on("click", (event) => {
    const hit = found(event);
    const { record } = replay;
    if (own) replay.own.select(hit.own ? hit.own[(hit.own.indexOf(replay.own.selected) + 1) % hit.own.length] : -1);
    if (hit.own) return;
    if (hit.events) {
      const ids = hit.events.map((i) => record.events.id[i]);
      const next = ids[(ids.indexOf(replay.state.event) + 1) % ids.length];
      replay.set({ event: next });
    } else if (hit.place) {
      replay.set({ ...NOTHING, province: record.provinces[hit.place.zone.province].id, place: hit.place.zone.id });
    } else if (hit.district >= 0) {
      const { id, province } = record.districts[hit.district];
      replay.set({ ...NOTHING, province: record.provinces[province].id, district: id });
    } else {
      replay.set(NOTHING);
    }
    replay.commit();
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
