/** Keep the edition on this device, and remove it: nothing is stored before the reader presses the button. */

import { fetchJson } from "../engine/fetch_json.js";
import { translator } from "../engine/text.js";
import { byId, inlined } from "../standalone/page_parts.js";
import { keptPrefix } from "./kept_names.js";

/** @import { KeptTold, Texts, Translate } from "../types.js" */

const MEGABYTE = 1e6;

class KeptHere {
  /**
   * @param {Translate} t
   * @param {{worker: string, told: string}} page where the worker is, and what is told of it
   */
  constructor(t, page) {
    this.t = t;
    this.page = page;
    this.scope = new URL("./", location.href).href;
    const root = byId("keep");
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.told = part(".told");
    this.status = part("[role=status]");
    this.button = /** @type {HTMLButtonElement} */ (part("button"));
    this.button.addEventListener("click", () => this.#pressed());
  }

  async show() {
    this.isKept = Boolean((await this.#registration())?.active);
    const { data, count, bytes } = await fetchJson(/** @type {string | KeptTold} */ (this.page.told)); // of what is kept, where it is
    const size = (bytes / MEGABYTE).toFixed(1);
    const amount = this.t("edition.keep.files", { count });
    this.told.textContent = this.t(this.isKept ? "edition.keep.kept" : "edition.keep.offer", { data, amount, size });
    this.button.textContent = this.t(this.isKept ? "edition.keep.remove" : "edition.keep");
    this.button.disabled = false;
    this.root.hidden = false;
  }

  /** The worker of this site; one of a wider scope is somebody else's. */
  async #registration() {
    const found = await navigator.serviceWorker.getRegistration(this.scope);
    return found?.scope === this.scope ? found : undefined;
  }

  async #pressed() {
    this.button.disabled = true;
    if (this.isKept) {
      await this.#remove();
      this.status.textContent = this.t("edition.keep.removed");
    } else {
      this.status.textContent = this.t("edition.keep.storing");
      const isDone = await this.#keep().catch(() => false);
      if (!isDone) await this.#remove();
      this.status.textContent = this.t(isDone ? "edition.keep.done" : "edition.keep.failed");
    }
    await this.show();
  }

  async #keep() {
    const found = await navigator.serviceWorker.register(this.page.worker, { scope: "./", updateViaCache: "none" });
    const worker = found.installing ?? found.waiting ?? found.active;
    if (!worker) return false;
    return new Promise((/** @type {(isDone: boolean) => void} */ resolve) => {
      const look = () => {
        if (worker.state === "activated") resolve(true);
        if (worker.state === "redundant") resolve(false);
      };
      worker.addEventListener("statechange", look);
      look();
    });
  }

  async #remove() {
    await (await this.#registration())?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(keptPrefix(this.scope)));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

async function start() {
  if (!("serviceWorker" in navigator) || typeof DecompressionStream !== "function") return; // the section stays hidden
  /** @type {{assets: {texts: string | Texts}, worker: string, told: string}} */
  const page = inlined("page");
  await new KeptHere(translator(await fetchJson(page.assets.texts)), page).show();
}

start();
