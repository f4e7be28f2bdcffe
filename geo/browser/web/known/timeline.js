/** The timeline of the app with its second, quiet handle: the day by which things are to be known. */

import { el } from "../engine/elements.js";
import { dayField } from "../fields/day_field.js";
import { button } from "../handle/controls.js";
import { pageStore } from "../store/page.js";
import { labelled } from "../timeline/choices.js";
import { mountTimeline as mountPlain } from "../timeline/timeline.js";
import { addressKnownBy } from "./address.js";
import { knownWords, tellKnown } from "./words.js";

/** @import { Mounted, Options } from "../types.js" */
/** @import { Store } from "../store/store.js" */

/**
 * Mount the timeline. `lastDay` is the record's own last day, also where less is known of it.
 * @param {Element} root
 * @param {Options & {lastDay: string}} options
 * @returns {Promise<Mounted>}
 */
export async function mountTimeline(root, options) {
  const store = pageStore(options.assets);
  await store.loaded;
  tellKnown(store.record);
  const plain = await mountPlain(root, options);
  const box = root.querySelector("#view-options");
  box?.insertBefore(choice(store, options.lastDay), box.querySelector(":scope > p"));
  const line = knownLine(store);
  if (line) root.querySelector(".timeline")?.prepend(line.root);
  return {
    update: (now) => plain.update(now),
    remove: () => {
      line?.remove();
      plain.remove();
    },
  };
}

/**
 * Where the day is chosen; the server then sends the record as it was known, so that each step is as quick as ever.
 * @param {Store} store
 * @param {string} lastDay
 */
function choice(store, lastDay) {
  const { record, t } = store;
  const group = el("div", { cls: "known-by" });
  const whole = Object.create(record, { days: { value: record.dayOf(Date.parse(lastDay)) + 1 } });
  dayField(
    group,
    { record: whole, t },
    {
      key: "known",
      label: t("known.choose.hint"),
      value: record.raw.known?.by ?? "",
      choose: (day) => goTo(day, lastDay),
    },
  );
  if (record.raw.known) group.append(backToNow(store, lastDay));
  return labelled(t("known.choose"), group);
}

/**
 * What is always to be seen where less than all is shown: by which day, what came later, and the way back.
 * @param {Store} store
 */
function knownLine(store) {
  const { known } = store.record.raw;
  if (!known) return null;
  const words = el("span", {});
  const root = el("p", { cls: "known-line", attrs: { role: "note" } }, words, " ", backToNow(store, ""));
  store.attach("known", {
    draw: () => {
      words.textContent = knownWords(store);
    },
  });
  return { root, remove: () => store.views.delete("known") };
}

/**
 * @param {Store} store
 * @param {string} lastDay
 */
function backToNow({ t }, lastDay) {
  return button(t("known.now"), t("known.now.hint"), () => goTo("", lastDay), "text");
}

/**
 * @param {string} day
 * @param {string} lastDay
 */
function goTo(day, lastDay) {
  location.assign(addressKnownBy(day, lastDay, location));
}
