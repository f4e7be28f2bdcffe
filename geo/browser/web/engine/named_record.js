/** The names of areas and actors in the record: in English, or in the language of the page where a source gives them. */

import { EventIndex } from "./event_index.js";

/** @import { Province, RecordPayload, Shown, Texts, Zone } from "../types.js" */

/** What an actor's name is for, in the order of the record; keys of texts begin so. */
const ACTOR_USES = ["name.legend", "name.text", "name.first", "name.letter"];

export class NamedRecord extends EventIndex {
  /** @type {Texts} names in the language of the page */
  #names = {};
  /** @type {((shown: Shown) => string) | undefined} by which day things are known, in words (`known/words.js`) */
  known;

  /** @param {RecordPayload} raw */
  constructor(raw) {
    super(raw);
    /** @type {Province[]} */
    this.provinces = raw.provinces.map(([id, name, fa, ps, lon, lat, km2]) => ({ id, name, fa, ps, lon, lat, km2 }));
    /** @type {Zone[]} */
    this.zones = raw.zones.map((zone) => ({ ...zone }));
  }

  /**
   * Take over the names that there are in the language of the page; the others stay English.
   * @param {Texts} names by 'name.ID', and of actors by what they are for
   */
  speak(names) {
    this.#names = names;
    for (const area of [...this.provinces, ...this.districts, ...this.zones])
      area.name = names[`name.${area.id}`] ?? area.name;
  }

  /**
   * The name of a place in the language of the page.
   * @param {string} id
   * @param {string} name in English
   */
  nameOf(id, name) {
    return this.#names[`name.${id}`] ?? name;
  }

  /**
   * The actor's name as the legend has it: short where one is usual.
   * @param {string} id
   */
  actorName(id) {
    return this.#actor(id, 0);
  }

  /**
   * The actor's name in a sentence: 'the NRF'.
   * @param {string} id
   */
  actorInText(id) {
    return this.#actor(id, 1);
  }

  /**
   * The actor's name where a sentence begins: 'The NRF'.
   * @param {string} id
   */
  actorAtFirst(id) {
    return this.#actor(id, 2);
  }

  /**
   * The letter that stands for an actor on a map of what changed.
   * @param {string} id
   */
  actorLetter(id) {
    return this.#actor(id, 3);
  }

  /**
   * @param {string} id
   * @param {0 | 1 | 2 | 3} use
   */
  #actor(id, use) {
    return this.#names[`${ACTOR_USES[use]}.${id}`] ?? this.raw.actors[id]?.[use] ?? id;
  }

  /**
   * The name of a place in a province, as the record has it, in the language of the page.
   * @param {string | null} name
   * @param {number} province
   */
  placeName(name, province) {
    return this.#names[`name.${this.provinces[province]?.id}.${name}`] ?? name;
  }

  /**
   * The name of a district, or of a place with a state of its own, by its number (-1, -2, … for places).
   * @param {number} area
   */
  areaName(area) {
    return area < 0 ? this.zones[-1 - area].name : this.districts[area].name;
  }
}
