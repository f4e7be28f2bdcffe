/** What the panel says of the data that the reader added: legend, how many in the window, hide, remove, the card. */

import { arrange, Kept, say } from "../engine/reconcile.js";
import { el } from "../engine/text.js";
import { spanWords } from "../map/tooltip.js";
import { dash, keyRow, swatch } from "../panel/legend.js";
import { ownCard } from "./card.js";
import { heatOf } from "./layer.js";
import { colourNumber, ownLook } from "./style.js";

const ROWS = 20;
/** The row of the legend of an event, by how exactly its place is known. */
const KINDS = { 1: "point", 2: "point", 3: "district_precision", 4: "province_precision" };

export class OwnPanel {
  #sure = false; // whether 'remove' was pressed once

  constructor(replay) {
    this.replay = replay;
    this.kept = new Kept();
    this.listed = new Kept();
    this.card = el("div", { cls: "selection" });
    const { own, t } = replay;
    this.count = el("p");
    this.note = el("p", { cls: "quiet small" });
    this.keys = el("ul", { cls: "keys" });
    this.list = el("ol", { cls: "events" });
    this.more = el("p", { cls: "quiet small" });
    this.details = el("details", {}, el("summary", { text: t("own.list") }), this.list, this.more);
    this.details.addEventListener("toggle", () => this.render());
    const button = (click) => el("button", { cls: "text", attrs: { type: "button" }, on: { click } });
    this.hide = button(() => own.hide(!own.hidden));
    this.remove = button(() => this.#remove());
    this.remove.addEventListener("blur", () => this.#ask(false));
    this.root = el(
      "section",
      { cls: "own", attrs: { "aria-label": t("own.title") } },
      el("h2", { text: t("own.title") }),
      this.count,
      this.keys,
      el("div", { cls: "actions" }, this.hide, this.remove),
      this.note,
      this.details,
    );
    this.root.hidden = true;
  }

  render() {
    const { own, state, t } = this.replay;
    this.root.hidden = !own.world;
    this.replay.outstanding.during("a card", this.#card());
    if (!own.world) return;
    const found = own.inWindow(state);
    const { total, leftOut, hidden } = own.world;
    const number = (value) => value.toLocaleString("en");
    const all = number(total);
    say(this.count, found ? t("own.count", { count: number(found.total), all }) : t("own.hidden", { all }));
    if (this.replay.moving) return; // what is read line by line waits until the day stands
    say(this.hide, t(own.hidden ? "own.show" : "own.hide"));
    this.#ask(this.#sure);
    const notes = [
      t("own.note"),
      hidden ? t("own.filtered", { count: number(hidden) }) : "",
      leftOut.before + leftOut.after ? t("own.left_out", { count: number(leftOut.before + leftOut.after) }) : "",
    ];
    say(this.note, notes.filter(Boolean).join(" "));
    this.kept.round();
    arrange(this.keys, found ? keyRows(this.replay, found).map((row) => this.#key(row)) : []);
    this.details.hidden = !found || found.many || !found.numbers().length;
    if (found && this.details.open && !this.details.hidden) this.#rows(found.numbers());
  }

  #key({ key, picture, text, number }) {
    const { root, count } = this.kept.keep(`${key} ${text}`, () => keyRow(picture(), text));
    say(count, number.toLocaleString("en"));
    return root;
  }

  #rows(numbers) {
    const { own, t } = this.replay;
    this.listed.round();
    const newest = numbers.slice(-ROWS).reverse();
    arrange(
      this.list,
      newest.map((i) => this.#row(i, own.world)),
    );
    this.more.hidden = numbers.length <= ROWS;
    say(this.more, t("own.more", { count: (numbers.length - ROWS).toLocaleString("en") }));
  }

  #row(i, world) {
    const { own } = this.replay;
    const { record } = world;
    const row = this.listed.keep(`${own.token} ${i}`, () =>
      el(
        "li",
        {},
        el(
          "button",
          { cls: "event", attrs: { type: "button" }, on: { click: () => own.select(own.selected === i ? -1 : i) } },
          el("span", { cls: "where", text: spanWords(record, i) }),
          el("span", { cls: "title", text: record.events.title[i], attrs: { dir: "auto" } }),
        ),
      ),
    );
    row.firstChild.setAttribute("aria-pressed", String(own.selected === i));
    return row;
  }

  async #card() {
    const { own } = this.replay;
    const wanted = own.world && !own.hidden && own.selected >= 0 ? `${own.token} ${own.selected}` : "";
    if (wanted === this.carded) return;
    this.carded = wanted;
    const card = wanted ? ownCard(this.replay, own.selected, (await own.cards())[own.selected]) : null;
    if (this.carded === wanted) this.card.replaceChildren(...(card ? [card] : []));
  }

  #remove() {
    if (!this.#sure) return this.#ask(true);
    this.#ask(false);
    return this.replay.own.remove();
  }

  #ask(sure) {
    this.#sure = sure;
    say(this.remove, this.replay.t(sure ? "own.remove_sure" : "own.remove"));
  }
}

/** The rows of the legend: what is drawn, with counts; of the heat its classes with their limits. */
function keyRows(replay, found) {
  const { own, state, t } = replay;
  const { record, districts } = own.world;
  return [
    ...(found.many ? [] : eventRows(record, found.numbers(), t)),
    ...(found.heat ? heatRows(record, districts, heatOf(own.world, found, state), t) : []),
  ].filter(({ number }) => number);
}

function eventRows({ events, style }, numbers, t) {
  const tally = { point: 0, district_precision: 0, province_precision: 0, not_drawn: 0 };
  for (const i of numbers) {
    const kind = events.drawn[i] && KINDS[events.where[i]];
    tally[kind || "not_drawn"] += 1;
  }
  const look = ownLook(style);
  const pictures = {
    point: () => swatch((ctx) => middle(ctx, look.symbol(0, [0], ctx.ratio, 5.5))),
    district_precision: () =>
      swatch((ctx) => look.area(ctx, ctx.canvas.width / 2, ctx.canvas.height / 2, 9 * ctx.ratio)),
    province_precision: () => swatch((ctx) => frame(ctx, style.own.colour)),
    not_drawn: dash,
  };
  const row = ([key, number]) => ({ key, picture: pictures[key], text: t(`own.key.${key}`), number });
  return Object.entries(tally).map(row);
}

/** Each class with its limits and how many districts are in it; then what has no district. */
function heatRows(record, districts, { counts, limits }, t) {
  const { ramp, colour } = record.style.own;
  const inClass = limits.map(() => 0);
  for (let i = 0; i < districts; i++) {
    const at = limits.findLastIndex((limit) => limit <= counts[i]);
    if (at >= 0) inClass[at] += 1;
  }
  const rows = limits.map((low, n) => ({
    key: `class ${low}`,
    picture: () => swatch((ctx) => filled(ctx, ramp[colourNumber(n, limits, ramp)])),
    text: t("own.class", { range: rangeOf(limits, n) }),
    number: inClass[n],
  }));
  const provinces = counts.subarray(districts, counts.length - 1).reduce((all, one) => all + one, 0);
  const dashes = () => swatch((ctx) => frame(ctx, colour));
  return [
    ...rows,
    { key: "province", picture: dashes, text: t("own.key.province_precision"), number: provinces },
    { key: "nowhere", picture: dash, text: t("own.key.not_drawn"), number: counts.at(-1) },
  ];
}

/** '1–4', '5–19', '20 or more' */
function rangeOf(limits, n) {
  const [low, next] = [limits[n], limits[n + 1]];
  if (next === undefined) return `${low.toLocaleString("en")}+`;
  return next - 1 === low ? String(low) : `${low.toLocaleString("en")}–${(next - 1).toLocaleString("en")}`;
}

function middle(ctx, image) {
  ctx.drawImage(image, (ctx.canvas.width - image.width) / 2, (ctx.canvas.height - image.height) / 2);
}

function filled(ctx, colour) {
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

function frame(ctx, colour) {
  ctx.setLineDash([2 * ctx.ratio, 2 * ctx.ratio]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = ctx.ratio;
  ctx.strokeRect(5 * ctx.ratio, 4 * ctx.ratio, ctx.canvas.width - 10 * ctx.ratio, ctx.canvas.height - 8 * ctx.ratio);
  ctx.setLineDash([]);
}
