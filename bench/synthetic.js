/** Synthetic events and intervals for bench.scale: made in the page, the same for the same seed. */
(() => {
  /** mulberry32: a small seeded generator. */
  const randomOf = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  /** Columns as in record.json, sorted by first day. */
  function eventColumns(record, count, seed) {
    const random = randomOf(seed);
    const pick = (size) => Math.floor(random() * size);
    const start = Int32Array.from({ length: count }, () => pick(record.days)).sort();
    const rows = { id: [], title: [], start: [...start], end: [], datePrecision: [], type: [], verification: [] };
    Object.assign(rows, { where: [], point: [], province: [], district: [], country: [], actors: [], claimants: [], kinds: [] });
    const actors = Object.keys(record.raw.actors).length;
    const { claimants, kinds } = record.raw.lists;
    for (let i = 0; i < count; i++) {
      const number = pick(record.districts.length);
      const { lon, lat, province, km2 } = record.districts[number];
      const [angle, km] = [2 * Math.PI * random(), 0.4 * Math.sqrt((random() * km2) / Math.PI)];
      const [chance, length] = [random(), random()];
      rows.id.push(`SY-${String(i).padStart(7, "0")}`);
      rows.title.push(`Synthetic event ${i} in ${number}`);
      rows.end.push(Math.min(record.days - 1, start[i] + (length < 0.001 ? 40 : length < 0.05 ? 3 : 0)));
      rows.datePrecision.push(random() < 0.97 ? 1 : 4);
      rows.type.push(pick(6));
      rows.verification.push(pick(5));
      rows.where.push(chance < 0.3 ? 1 : chance < 0.7 ? 2 : chance < 0.92 ? 3 : 4);
      rows.point.push([lon + (km * Math.cos(angle)) / 92, lat + (km * Math.sin(angle)) / 111]);
      rows.province.push(province);
      rows.district.push(chance < 0.92 ? number : -1);
      rows.country.push("AF");
      rows.actors.push([pick(actors)]);
      rows.claimants.push([pick(claimants.length)]);
      rows.kinds.push([pick(kinds.length)]);
    }
    return rows;
  }

  /** The number that stands most often in a list. */
  function mostOf(numbers) {
    const counts = new Map();
    for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0][0];
  }

  /** About `each` intervals a district; turning days, changes and groups follow from them. */
  function useIntervals(record, perspective, each, seed) {
    const random = randomOf(seed);
    const { raw, states, days, districts } = record;
    const ground = mostOf(record.control(conflictReplay.state.day, perspective).state);
    const isGround = (n) => n === ground;
    // One interval in twenty has another state: on a day about 20 different ones, twice the most of the real record.
    const stateOf = () => (random() < 0.95 ? ground : Math.floor(random() * states.length));
    const spans = districts.map(() => {
      const starts = [0, ...Array.from({ length: each - 1 }, () => 1 + Math.floor(random() * (days - 1)))];
      return [...new Set(starts)].sort((a, b) => a - b).flatMap((day) => [day, stateOf(), day]);
    });
    const changes = new Map();
    spans.forEach((span, district) => {
      for (let i = 3; i < span.length; i += 3)
        changes.set(span[i], [...(changes.get(span[i]) ?? []), [district, span[i - 2], span[i + 1], 0]]);
    });
    const turning = [0, ...[...changes.keys()].sort((a, b) => a - b)];
    const sizes = new Map();
    for (const { province } of districts) sizes.set(province, (sizes.get(province) ?? 0) + 1);
    const now = spans.map((span) => span[1]);
    raw.intervals[perspective] = spans;
    raw.changes[perspective] = turning.slice(1).map((day) => [day, changes.get(day)]);
    raw.groups[perspective] = turning.map((day) => {
      for (const [district, , after] of changes.get(day) ?? []) now[district] = after;
      const groups = new Map();
      now.forEach((state, district) => {
        if (isGround(state)) return;
        const key = `${districts[district].province} ${state}`;
        groups.set(key, [...(groups.get(key) ?? [districts[district].province, state, 0]), district]);
      });
      return [day, [...groups.values()].map((g) => [g[0], g[1], g.length - 3 === sizes.get(g[0]) ? 1 : 0, ...g.slice(3)])];
    });
    record.turning[perspective] = turning;
    // What the page keeps of the turning days that it has shown, its last, is now of a day that nobody measures.
    return spans.reduce((sum, span) => sum + span.length / 3, 0);
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

  /** Put `count` events into the replay; what each part took, in ms. Text and back: as a file would be read. */
  window.scaleWorld = async (count, seed) => {
    const { record, views, state } = conflictReplay;
    const took = { intervals: useIntervals(record, state.perspective, 10, seed) };
    let before = performance.now();
    const lap = (name) => ([took[name], before] = [performance.now() - before, performance.now()]);
    const made = eventColumns(record, count, seed);
    lap("make");
    const columns = {};
    took.parse = took.megabytes = 0;
    for (const name of Object.keys(made)) {
      const text = JSON.stringify(made[name]);
      made[name] = null;
      const at = performance.now();
      columns[name] = JSON.parse(text);
      took.parse += performance.now() - at;
      took.megabytes += text.length / 1e6;
    }
    before = performance.now();
    record.useEvents(columns);
    views.get("timeline").axis.histogram.refilter();
    lap("index");
    conflictReplay.set({ day: state.day - 1 });
    await frame();
    lap("picture");
    took.load = took.make + took.index + took.picture;
    return took;
  };

  /** Play the last `seconds` of the record at 60 days a second. */
  window.scalePlay = async (seconds) => {
    const { record, player } = conflictReplay;
    conflictReplay.set({ day: record.days - 1 - Math.ceil(60 * seconds) });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const { painted } = conflictReplay;
    const paints = [];
    conflictReplay.painted = function (day) {
      painted.call(this, day);
      paints.push([day, performance.now()]);
    };
    let [frames, begun] = [0, performance.now()];
    [player.speed, player.slow] = [60, false]; // every synthetic day is one of changes
    player.play();
    const tick = () => {
      frames += 1;
      if (player.playing && performance.now() - begun < 1000 * seconds) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    while (player.playing && performance.now() - begun < 1000 * seconds) await new Promise((done) => setTimeout(done, 50));
    const span = (performance.now() - begun) / 1000;
    player.pause();
    conflictReplay.painted = painted;
    const gaps = paints.slice(1).map(([, at], i) => at - paints[i][1]);
    return { days: new Set(paints.map(([day]) => day)).size / span, frames: frames / span, gaps };
  };
})();
