/** The timeline of the app with two quiet choices: by which day things are to be known, and by which definition. */

import { el } from "../engine/elements.js";
import { DEFINITIONS } from "../engine/map_constants.js";
import { pageStore } from "../store/page.js";
import { mountTimeline as mountPlain } from "../timeline/timeline.js";
import { definitionWords } from "../wording/definition.js";
import { addressByDefinition, addressKnownBy } from "./address.js";
import { dayChoice, definitionChoice, toNow, toOurs } from "./choices.js";
import { tellKnown } from "./words.js";

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
  const footer = box?.querySelector(":scope > p") ?? null;
  for (const choice of [definitionChoice(store, byDefinition), dayChoice(store, options.lastDay, knownBy)])
    box?.insertBefore(choice, footer);
  const lines = seenLines(store);
  root.querySelector(".timeline")?.prepend(...lines.map((line) => line.root));
  return {
    update: (now) => plain.update(now),
    remove: () => {
      for (const { name } of lines) store.views.delete(name);
      plain.remove();
    },
  };
}

/**
 * What is always to be seen where something else is shown than all that is known now by our method: by which definition,
 * by which day and what came later; and the ways back.
 * @param {Store} store
 */
function seenLines(store) {
  const { record, t } = store;
  const lines = [];
  if (record.raw.definition)
    lines.push(
      seenLine(
        store,
        "definition",
        definitionWords,
        toOurs(t, () => byDefinition()),
      ),
    );
  if (record.raw.known)
    lines.push(
      seenLine(
        store,
        "known",
        record.known,
        toNow(t, () => knownBy()),
      ),
    );
  return lines;
}

/**
 * @param {Store} store
 * @param {string} name of the view
 * @param {((shown: Store) => string) | undefined} tell
 * @param {HTMLElement} back
 */
function seenLine(store, name, tell, back) {
  const words = el("span", {});
  const root = el("p", { cls: "known-line", attrs: { role: "note" } }, words, " ", back);
  store.attach(name, {
    draw: () => {
      words.textContent = tell?.(store) ?? "";
      root.hidden = !words.textContent;
    },
  });
  return { root, name };
}

const knownBy = (day = "", lastDay = "") => goTo(addressKnownBy(day, lastDay, location));
const byDefinition = (definition = DEFINITIONS[0]) => goTo(addressByDefinition(definition, location));

/**
 * The same page with another record, so that each step is as quick as ever: what the reader added stays, as it would not
 * where the page was loaded anew.
 * @param {string} address
 */
function goTo(address) {
  history.pushState(history.state, "", address);
  dispatchEvent(new PopStateEvent("popstate", { state: history.state })); // Streamlit follows it as it does Back
}
