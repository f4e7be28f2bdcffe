/** A story of the reader's edition: the live map beside its steps shows the step that is read. */

import { mountMap } from "../map/frame.js";
import { mountStory } from "../map/story.js";
import { leafletMap } from "../standalone/leaflet_map.js";
import { byId, inlined } from "../standalone/page_parts.js";
import { pageStore } from "../store/page.js";
import { assetsOf } from "./fetched.js";
import { mapFiles } from "./map_files.js";

/** @import { AddressView } from "../types.js" */
/** @import { Page } from "../standalone/page_parts.js" */
/** @import { Files } from "./fetched.js" */

/** @typedef {AddressView & {shows: "country" | "panjshir"}} Step */

async function start() {
  /** @type {Page & {assets: Files, root: string, steps: Step[]}} */
  const page = inlined("page");
  const assets = assetsOf(page);
  const there = mapFiles(assets);
  const store = pageStore(assets);
  await Promise.all([store.loaded, there]);
  const stage = /** @type {HTMLElement} */ (document.querySelector(".stage"));
  stage.hidden = false;
  document.documentElement.classList.add("live");
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".step")]);
  const optionsOf = (/** @type {number} */ number) => {
    const { shows: extent, ...view } = page.steps[number];
    return { assets, view, extent, epoch: 0, report: () => {} };
  };
  const first = numberIn(location.hash, sections.length);
  const story = await mountStory(byId("legend"), optionsOf(first));
  await mountMap(leafletMap(page), assets);
  follow(sections, (number) => story.update(optionsOf(number)));
  if (location.hash) sections[first].scrollIntoView(); // the map has moved it
}

/**
 * @param {string} hash '#step-2'
 * @param {number} count
 */
function numberIn(hash, count) {
  const number = Number(/^#step-(\d+)$/.exec(hash)?.[1] ?? 1);
  return number >= 1 && number <= count ? number - 1 : 0;
}

/**
 * Show the step that is read: the one that crosses the middle of the window.
 * @param {HTMLElement[]} sections
 * @param {(number: number) => void} show
 */
function follow(sections, show) {
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting);
      if (!entry) return;
      const number = sections.indexOf(/** @type {HTMLElement} */ (entry.target));
      show(number);
      for (const section of sections) section.removeAttribute("aria-current");
      sections[number].setAttribute("aria-current", "step");
      if (number || location.hash) history.replaceState(history.state, "", `#step-${number + 1}`);
    },
    { rootMargin: "-60% 0px -39% 0px" },
  );
  for (const section of sections) observer.observe(section);
  turnByKeys(sections);
}

/**
 * ← and → lead to the step before and after.
 * @param {HTMLElement[]} sections
 */
function turnByKeys(sections) {
  document.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const isElsewhere = event.target instanceof Element && event.target.closest(".leaflet-container, input, select");
    if (!by || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = sections.findIndex((section) => section.hasAttribute("aria-current"));
    const next = sections[here + by];
    if (!next) return;
    event.preventDefault();
    next.scrollIntoView({ block: "center" });
  });
}

start();
