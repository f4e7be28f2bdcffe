/**
 * Measured from what is drawn on a map: every area of the state on show that has something to tell.
 *
 * Evaluated in the map's frame with {sides, at}: by district the short side of the smallest rectangle around it in widths
 * of the world.
 */
({ sides }) => {
  const UNITS = 2 ** 18, LEAST = { side: 24, free: 0.6, contrast: 3 }, CLEAR_ALPHA = 64;
  const replay = parent.conflictReplay ?? window.conflictReplay, { record } = replay, { map, view } = window.conflictMap;
  const { areas, lenses, layers } = view;
  const { districts, places } = lenses.tellingNow();
  const probe = document.createElement("canvas").getContext("2d");
  const size = map.getSize(), frame = map.getContainer().getBoundingClientRect();
  const boxOf = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
  };
  const isIn = ([left, top, right, bottom], x, y) => left <= x && x <= right && top <= y && y <= bottom;
  const controls = [...map.getContainer().querySelectorAll(".leaflet-control, .replay-lens-back")].map(boxOf).filter(([l, , r]) => r > l);

  /** Where lenses and the map draw: their canvases, their views, what stands over them. */
  const lensSheets = [...lenses.views.values()].map((lens) => {
    const others = [...lenses.views.values()].filter((other) => other !== lens && !other.root.classList.contains("covers"));
    const over = [lens.head, ...others.flatMap(({ root, head }) => [root, head]), ...map.getContainer().querySelectorAll(".replay-locator")];
    const [left, top] = boxOf(lens.root);
    return { lens, left, top, over: [...controls, ...over.map(boxOf)], view: lens.view, marks: lens.marks.ctx, ground: lens.ground.ctx, shown: lens.lens.shown };
  });
  const mainView = layers.events.view();
  const covering = [...map.getContainer().querySelectorAll(".replay-lens, .replay-lens .head")].map(boxOf);
  const canvasBox = boxOf(layers.events.canvas);
  const main = { lens: null, left: canvasBox[0], top: canvasBox[1], over: [...controls, ...covering], view: mainView, marks: layers.events.ctx, ground: layers.zones.ctx };

  const world = (lon, lat) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };
  const centre = world(67.7, 33.9);
  const local = (lon, lat) => world(lon, lat).map((value, at) => (value - centre[at]) * UNITS);
  const paper = [0xeb, 0xea, 0xe8];
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const over = (r, g, b, a) => [r, g, b].map((c, at) => (c * a + paper[at] * (255 - a)) / 255);

  /** All pixels of an area on a sheet. */
  const measure = (sheet, path, box, side) => {
    const { scale, x: dx, y: dy, ratio, width, height } = sheet.view;
    const edges = [box[0] * scale + dx, box[1] * scale + dy, box[2] * scale + dx, box[3] * scale + dy].map(Math.round);
    const [left, top] = [Math.max(0, edges[0] - 2), Math.max(0, edges[1] - 2)];
    const [right, bottom] = [Math.min(width, edges[2] + 2), Math.min(height, edges[3] + 2)];
    if (right <= left || bottom <= top) return { side, free: 0, contrast: 1 };
    const marks = sheet.marks.getImageData(left, top, right - left, bottom - top).data;
    const ground = sheet.ground.getImageData(left, top, right - left, bottom - top).data;
    const step = (right - left) * (bottom - top) > 5000 ? 2 : 1; // a grid that is fine enough
    let [all, free] = [0, 0];
    const contrasts = [];
    for (let y = top; y < bottom; y += step)
      for (let x = left; x < right; x += step) {
        if (!probe.isPointInPath(path, (x + 0.5 - dx) / scale, (y + 0.5 - dy) / scale)) continue;
        const at = ((y - top) * (right - left) + x - left) * 4;
        const [cx, cy] = [sheet.left + x / ratio, sheet.top + y / ratio];
        all += 1;
        const seen = cx >= 0 && cy >= 0 && cx <= size.x && cy <= size.y && !sheet.over.some((b) => isIn(b, cx, cy));
        if (seen && marks[at + 3] < CLEAR_ALPHA) free += 1;
        contrasts.push(contrast(over(ground[at], ground[at + 1], ground[at + 2], ground[at + 3]), sheet.base));
      }
    contrasts.sort((a, b) => b - a); // an outline is a small part of a large area: 2 % of it, from 24 to 150 pixels, stand out
    const enough = Math.ceil(Math.max(24, Math.min(150, contrasts.length * step ** 2 * 0.02)) / step ** 2);
    return { side, free: all ? free / all : 0, contrast: contrasts[enough] ?? 1 };
  };

  /** The colour of the ground: that which most pixels of a sheet's ground districts have. */
  const baseOf = (sheet) => {
    const { scale, x: dx, y: dy, width, height } = sheet.view;
    const counts = new Map();
    record.districts.forEach(({ lon, lat }, number) => {
      if (districts.includes(number)) return;
      const { box } = areas[number];
      const [x, y] = [((box[0] + box[2]) / 2) * scale + dx, ((box[1] + box[3]) / 2) * scale + dy].map(Math.round);
      if (x < 0 || y < 0 || x >= width || y >= height || !probe.isPointInPath(areas[number].path, (x - dx) / scale, (y - dy) / scale)) return;
      const [r, g, b, a] = sheet.ground.getImageData(x, y, 1, 1).data;
      const key = over(r, g, b, a).map(Math.round).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    const [[colour] = ["221,216,210"]] = [...counts].sort((a, b) => b[1] - a[1]);
    return colour.split(",").map(Number);
  };
  for (const sheet of [main, ...lensSheets]) sheet.base = baseOf(sheet);

  const holds = (shown, box) => shown[0] <= box[0] && shown[1] <= box[1] && shown[2] >= box[2] && shown[3] >= box[3];
  const sheetOf = (box) => lensSheets.find(({ shown }) => holds(shown, box)) ?? main;
  const found = districts.map((number) => {
    const sheet = sheetOf(areas[number].box);
    const side = (sides[record.districts[number].id] * UNITS * sheet.view.scale) / sheet.view.ratio;
    return { id: record.districts[number].id, lens: Boolean(sheet.lens), ...measure(sheet, areas[number].path, areas[number].box, side) };
  });
  for (const zone of places) {
    const [x, y] = local(zone.lon, zone.lat);
    const sheet = sheetOf([x, y, x, y]);
    const pixel = sheet.view.ratio / sheet.view.scale, ofRecord = (zone.radiusKm * UNITS) / (40075.017 * Math.cos((zone.lat * Math.PI) / 180));
    const radius = Math.max(ofRecord, sheet.lens ? 13 * pixel : 0);
    const path = new Path2D();
    path.arc(x, y, radius, 0, 2 * Math.PI);
    const box = [x - radius, y - radius, x + radius, y + radius];
    found.push({ id: zone.id, lens: Boolean(sheet.lens), ...measure(sheet, path, box, (2 * radius) / pixel) });
  }
  const isShaped = ({ side, free }) => side >= LEAST.side && free >= LEAST.free;
  return found.map((one) => ({ ...one, shaped: isShaped(one), legible: isShaped(one) && one.contrast >= LEAST.contrast }));
}
