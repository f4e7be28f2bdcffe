"""What is asked of every page in the browser: its headings, what has no name or words, texts that are faint, whether it fits."""

from __future__ import annotations

#: Everything in the page and in the shadow roots of its components.
DEEP = """
const deep = (root) => [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? deep(e.shadowRoot) : [])]);
const seen = (e) => e.getClientRects().length && getComputedStyle(e).visibility !== "hidden";
const ours = (e) => !e.closest?.("[data-testid=stToolbar], [data-testid=stStatusWidget]");
"""
HEADINGS = f"() => {{ {DEEP} return deep(document).filter((e) => /^H[1-6]$/.test(e.tagName) && seen(e)).map((e) => +e.tagName[1]); }}"
UNNAMED = f"""() => {{ {DEEP}
  const named = (e) => e.getAttribute("aria-label")?.trim() || e.labels?.length || e.textContent.trim() || e.title?.trim()
    || e.getAttribute("aria-labelledby")?.split(" ").some((id) => e.getRootNode().getElementById?.(id)?.textContent.trim());
  return deep(document).filter((e) => e.matches("input:not([type=hidden]), select, textarea, button, a[href], [role=slider], [role=combobox]")
    && seen(e) && ours(e) && !e.closest("[aria-hidden=true]") && !named(e)).map((e) => e.outerHTML.slice(0, 160)); }}"""
#: Keys of the catalogue that stand where their text should.
KEYS = f"""(keys) => {{ {DEEP} const known = new Set(keys);
  const words = (e) => [...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data),
    ...[...e.attributes].filter((a) => /^(title|alt|placeholder|aria-)/.test(a.name)).map((a) => a.value)];
  const texts = deep(document).filter((e) => !e.matches("script, style")).flatMap(words);
  return [...new Set(texts.flatMap((text) => text.match(/[a-z_]+(?:\\.\\w+)+/g) ?? []))].filter((key) => known.has(key)); }}"""
WORDLESS = f"""() => {{ {DEEP}
  const told = (e) => [e, e.closest("[role=img], [aria-label], figure, [role=slider]")]
    .some((x) => x && (x.getAttribute("aria-label")?.trim() || x.getAttribute("alt")?.trim() || x.getAttribute("aria-description")?.trim()));
  const charts = deep(document).filter((e) => e.matches(".reading .chart") && seen(e));
  const images = deep(document).filter((e) => e.matches("img, iframe") && seen(e) && !e.closest("[aria-hidden=true]"));
  return [...charts.filter((e) => !told(e) && ![...e.querySelectorAll("[aria-label]")].some(told)),
    ...images.filter((e) => !told(e) && !e.title?.trim())].map((e) => e.outerHTML.slice(0, 200)); }}"""
#: The contrast of texts against what lies behind them (WCAG 2), the lowest first; large text may have less.
FAINT = f"""() => {{ {DEEP}
  const rgba = (c) => {{ const n = c.match(/[\\d.]+/g)?.map(Number); return n && c.startsWith("rgb") ? [n[0], n[1], n[2], n[3] ?? 1] : null; }};
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
  const light = (c) => {{ const [r, g, b] = c.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; }};
  const up = (e) => e.parentElement ?? e.getRootNode().host;
  const behind = (e) => {{ const layers = []; for (let x = e; x; x = up(x)) {{ const c = rgba(getComputedStyle(x).backgroundColor);
    if (c && c[3] > 0) {{ layers.push(c); if (c[3] === 1) break; }} }}
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255]); }};
  return deep(document).filter((e) => seen(e) && ours(e) && !e.closest("[disabled], [aria-disabled=true], canvas, svg, label:has([disabled])")
      && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .map((e) => {{ const style = getComputedStyle(e), back = behind(e), ink = rgba(style.color); if (!ink) return null;
      const [a, b] = [light(over(ink, back)), light(back)].sort((x, y) => y - x); const ratio = (a + 0.05) / (b + 0.05);
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && +style.fontWeight >= 700);
      return ratio < (large ? 3 : 4.5) ? `${{ratio.toFixed(2)}} ${{e.tagName}}.${{e.className}} ${{e.textContent.trim().slice(0, 40)}}` : null; }})
    .filter(Boolean).sort().slice(0, 8); }}"""
#: Whether neither the page nor its document is wider than the screen.
FITS = """(width) => { const { scrollWidth, clientWidth } = document.querySelector('.stMain') ?? document.documentElement;
  return scrollWidth <= clientWidth && clientWidth <= width && document.documentElement.scrollWidth <= width; }"""
#: Controls of parts of the page that are out of the window, or under something else at their centre. One in a box of its
#: own that scrolls is brought into sight there; on narrow windows the page itself is such a box.
WALK = f"""{DEEP}
  const parent = (e) => e.parentElement ?? e.getRootNode().host;
  const lineage = (e) => {{ const all = []; for (let x = e; x; x = parent(x)) all.push(x); return all; }};
  const isRoot = (e) => e === document.scrollingElement; // it scrolls though no style says so, and its box moves along
  const scrolls = (e) => (isRoot(e) || /auto|scroll/.test(getComputedStyle(e).overflowY)) && e.scrollHeight > e.clientHeight + 1;
  const windowOf = (e) => isRoot(e) ? {{ top: 0, bottom: innerHeight }} : e.getBoundingClientRect();
  const isPage = (e) => e.matches("[data-testid=stMain], html, body");
  const controls = (scope) => deep(document).filter((e) => e.matches("a[href], button, summary, input, select, textarea, [role=slider]")
    && seen(e) && ours(e) && e.checkVisibility({{ visibilityProperty: true }}) && !e.closest("[aria-hidden=true]") && e.tabIndex >= 0
    && !e.closest("[data-testid=stHeaderActionElements], [data-testid=stElementToolbar]") // Streamlit's own, seen on pointing
    && !e.matches(".skip:not(:focus)") // the way past the head, seen when it has the focus
    && !e.matches(".area") // a province of a map: its middle may be its neighbour's
    && lineage(e).some((x) => x.matches(scope)));
  const name = (e) => (e.getAttribute("aria-label") || e.textContent.trim() || e.outerHTML).slice(0, 60);
"""
COVERED = f"""(scope) => {{ {WALK}
  const at = (x, y) => {{ let e = document.elementFromPoint(x, y); for (let inner; (inner = e?.shadowRoot?.elementFromPoint(x, y)) && inner !== e; ) e = inner; return e; }};
  return controls(scope).map((e) => {{
    for (const box of lineage(e).slice(1)) if (scrolls(box) && (!isPage(box) || innerWidth <= 1000)) {{
      const [own, its] = [e.getBoundingClientRect(), windowOf(box)];
      if (own.top < its.top || own.bottom > its.bottom) box.scrollTop += (own.top + own.bottom - its.top - its.bottom) / 2;
    }}
    for (const box of lineage(e).slice(1)) if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1 && !isPage(box)) {{
      const [own, its] = [e.getBoundingClientRect(), box.getBoundingClientRect()];
      if (own.left < its.left || own.right > its.right) box.scrollLeft += (own.left + own.right - its.left - its.right) / 2;
    }}
    const {{ left, right, top, bottom }} = e.getClientRects()[0]; // of a link over several lines the first
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (left < -0.5 || right > innerWidth + 0.5 || top < -0.5 || bottom > innerHeight + 0.5)
      return `out of the window: ${{name(e)}} ${{[left, top, right, bottom].map(Math.round)}}`;
    const on = at(x, y), label = e.labels?.[0];
    return on && (lineage(on).includes(e) || e.contains(on) || label?.contains(on) || e.closest("label")?.contains(on)) ? null
      : `under ${{on && name(on)}}: ${{name(e)}} ${{[x, y].map(Math.round)}}`;
  }}).filter(Boolean).slice(0, 8); }}"""
#: The same of a page that one reads: it may be scrolled on every window.
COVERED_ANYWHERE = COVERED.replace("innerWidth <= 1000", "true")
#: Controls that are smaller than a finger finds.
SMALL = f"""(scope) => {{ {WALK}
  return controls(scope).map((e) => [e, e.getBoundingClientRect()]).filter(([, b]) => Math.min(b.width, b.height) < 24)
    .map(([e, b]) => `${{name(e)}} ${{Math.round(b.width)}} x ${{Math.round(b.height)}}`); }}"""
#: Texts in Latin letters that are neither told to be English nor put into a text of ours, where those are in other letters.
UNTRANSLATED = f"""() => {{ {DEEP}
  const isKept = (e) => e.closest?.("[lang=en], [translate=no], code, pre, script, style, [data-testid=stCode]");
  const bare = (text) => {{ for (let before = ""; before !== text; ) [before, text] = [text, text.replace(/\\u2068[^\\u2068\\u2069]*\\u2069/g, " ")]; return text; }};
  const words = (e) => [...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data),
    ...[...e.attributes].filter((a) => /^(title|alt|placeholder|aria-label)$/.test(a.name) && !(a.name === "title" && e.hasAttribute("aria-label"))).map((a) => a.value)];
  const texts = deep(document).filter((e) => seen(e) && ours(e) && !isKept(e)).flatMap(words).map((text) => bare(text).trim());
  return [...new Set(texts.filter((text) => /[A-Za-z]{{3}}/.test(text)))]; }}"""
#: Controls and headings of which something is cut off.
CLIPPED = f"""() => {{ {DEEP}
  const cuts = (e) => /hidden|clip/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1;
  return deep(document).filter((e) => e.matches("button, summary, [role=tab], th, label, h1, h2, h3, dt, dd") && seen(e) && ours(e)
    && !e.closest("[aria-hidden=true], .unseen") && e.clientWidth > 1 && cuts(e)).map((e) => `${{e.tagName}} ${{e.textContent.trim().slice(0, 60)}}`); }}"""
