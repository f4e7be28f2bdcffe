/** The one-file replay: all parts in one document, the data inlined, the view in the address's fragment. */

import { FILTER_KEYS, STYLE } from "../engine/constants.js";
import { el } from "../engine/text.js";
import { mountMap } from "../map/frame.js";
import { sourceLine } from "../panel/cards.js";
import { mountPanel } from "../panel/panel.js";
import { mountTimeline } from "../timeline/timeline.js";

const VIEWPORT = /^\d{1,2}\.\d{3},\d{1,2}\.\d{3},\d{1,2}\.\d{2}$/;
const inlined = (id) => JSON.parse(document.getElementById(id).textContent);

async function start() {
  const page = inlined("page");
  const assets = { record: inlined("record"), texts: inlined("texts"), cards: inlined("cards") };
  const view = { ...page.view, ...fromFragment(assets.record, page) };
  const options = { assets, view, epoch: 0, report: toFragment };
  const timeline = await mountTimeline(document.getElementById("timeline"), options);
  addEventListener("hashchange", () => {
    options.view = { ...page.view, ...fromFragment(assets.record, page) };
    timeline.update({ ...options, epoch: (options.epoch += 1) });
  });
  const map = window.L.map("map", {
    zoomSnap: STYLE.zooming.snap,
    zoomDelta: STYLE.zooming.delta,
    wheelPxPerZoomLevel: STYLE.zooming.wheelPx,
    maxBounds: page.widest,
  });
  map.attributionControl.setPrefix("Leaflet").addAttribution(page.credits);
  await mountMap(map, { base: inlined("base"), relief: page.relief });
  if (page.extent && !view.at) window.conflictReplay.set({ extent: page.extent });
  await mountPanel(document.getElementById("panel"), { assets });
  listSources(assets.cards, window.conflictReplay.t);
}

/** The view that the fragment asks for; what it can't mean is left out. */
function fromFragment(record, page) {
  const asked = new URLSearchParams(location.hash.slice(1));
  const known = {
    perspective: page.perspectives,
    window: page.windows,
    province: record.provinces.map(([id]) => id),
    district: record.districts.map(([id]) => id),
    place: record.zones.map(({ id }) => id),
    event: record.events.id,
    ...page.filters,
  };
  const view = {};
  for (const [key, value] of asked) {
    const values = FILTER_KEYS.includes(key) ? value.split(",") : [value];
    if (known[key] && values.every((one) => known[key].includes(one))) view[key] = value;
    else if (key === "at" && VIEWPORT.test(value)) view[key] = value;
    else if ((key === "date" || key === "since") && page.days[0] <= value && value <= page.days[1]) view[key] = value;
  }
  return view;
}

/** Let the address say what is on show, where the document may write it. */
function toFragment(view) {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) if (value && typeof value === "string") asked.set(key, value);
  try {
    history.replaceState(null, "", `#${asked}`);
  } catch {
    // A sandboxed frame has no address of its own.
  }
}

/** All sources of the record, numbered, when they are asked for. */
function listSources(cards, t) {
  const details = document.getElementById("sources");
  const fill = () => {
    if (!details.open || details.querySelector("ol")) return;
    details.append(el("ol", { cls: "sources" }, ...Object.keys(cards.sources).map((id) => sourceLine(t, cards, id))));
  };
  details.addEventListener("toggle", fill);
}

start();
