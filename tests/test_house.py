"""Rules of the house that no linter knows: what code may import, say, ask and add up."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from geo.address.windows import WINDOWS
from geo.control.groups import SPOKEN
from geo.control.rules import HOLDING
from geo.ingest.result import REASONS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS
from geo.record import schema
from geo.record.load import load
from geo.record.schema import VIEW_PERSPECTIVES
from geo.style.layers import LAYERS, PRESENCE_LEVELS
from geo.wording.text import catalogue

ROOT = Path(__file__).resolve().parents[1]
GEO = sorted((ROOT / "geo").rglob("*.py"))
PAGES = [ROOT / "app.py", ROOT / "map.py", *sorted((ROOT / "pages").rglob("*.py"))]
SERVING = sorted((ROOT / "serving").rglob("*.py"))
WEB = [
    path for path in sorted((ROOT / "geo" / "browser" / "web").rglob("*")) if path.suffix in (".js", ".css", ".html")
]
TEXT_FILES = sorted((ROOT / "geo" / "wording" / "lang").rglob("*.json"))
STYLES = sorted((ROOT / "pages").rglob("*.css"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as a tree, read once for all rules that look at it."""
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def attributes(path: Path) -> set[str]:
    """Every name that a module takes of something (`now` of `datetime.now`)."""
    return {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}


def test_there_is_something_to_look_at() -> None:
    assert len(GEO) > 15 and len(WEB) > 15 and len(PAGES) > 5 and TEXT_FILES


@pytest.mark.parametrize("path", GEO, ids=name)
def test_geo_knows_no_page_no_network_and_no_clock(path: Path) -> None:
    tops = {module.split(".")[0] for module in imports(path)}
    assert not tops & {
        "streamlit",
        "streamlit_folium",
        "requests",
        "httpx",
        "aiohttp",
        "socket",
        "http",
        "time",
        "pages",
    }
    assert "urllib.request" not in set(imports(path))
    assert not attributes(path) & {"now", "today", "utcnow", "localtime"}


@pytest.mark.parametrize("path", [*GEO, *PAGES, *SERVING], ids=name)
def test_folium_is_only_in_render(path: Path) -> None:
    tops = {module.split(".")[0] for module in imports(path)}
    assert not tops & {"folium", "branca"} or name(path) in FOLIUM


#: The map's frame, which no record passes through; and a notebook's map, where braces of texts are escaped. `replay`
#: names its type.
FOLIUM = ("geo/browser/frame.py", "geo/notebook/folium_map.py", "geo/notebook/replay.py")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_page_draws_html_from_text(path: Path) -> None:
    """`st.html` takes styles of ours and what `geo.reading` has escaped, in two modules; Markdown never allows HTML."""
    tree = tree_of(path)
    for call in [node for node in ast.walk(tree) if isinstance(node, ast.Call)]:
        assert not any(keyword.arg == "unsafe_allow_html" for keyword in call.keywords), name(path)
    assert "html" not in attributes(path) or name(path) in SHOW_HTML, name(path)


#: The modules that may call `st.html`.
SHOW_HTML = ("pages/ui/content.py", "pages/ui/layout.py")


@pytest.mark.parametrize("path", [*GEO, *PAGES], ids=name)
def test_markup_of_pages_is_made_where_it_is_escaped(path: Path) -> None:
    """Tags stand in `geo.reading.html` and the drawings beside it, and in the exports that are files of their own."""
    tree = tree_of(path)
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    makes = any(re.search(r"<(table|tr|td|th|div|span|p|a|ul|li|svg|figure|section)[ >]", text) for text in texts)
    assert not makes or name(path).startswith(MAKE_MARKUP), name(path)


MAKE_MARKUP = (
    "geo/reading/html.py",
    "geo/reading/charts/",
    "geo/export/",
    "geo/browser/",
    "geo/build/",
)


@pytest.mark.parametrize("path", [path for path in WEB if path.suffix == ".js"], ids=name)
def test_the_browser_side_never_makes_html_or_code_from_text(path: Path) -> None:
    text = path.read_text("utf-8")
    for sink in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "bindPopup",
        "bindTooltip",
    ):
        assert sink not in text, sink


#: Names of XML vocabularies and of licences; nothing is fetched from there.
NO_ADDRESS = (
    "http://www.w3.org/",
    "http://www.sitemaps.org/schemas/",
    "https://schema.org/",
    "https://creativecommons.org/licenses/",
)


@pytest.mark.parametrize("path", [*GEO, *PAGES, *WEB, *STYLES, *TEXT_FILES, ROOT / ".streamlit/config.toml"], ids=name)
def test_no_code_holds_the_address_of_another_host(path: Path) -> None:
    text = path.read_text("utf-8")
    found = re.findall(r"(?:https?|wss?):\\?/\\?/[a-zA-Z0-9][^\s\"'`)>]*|[\"'(`]//[a-z0-9-]+\.[a-z][^\s\"'`)]*", text)
    assert [address for address in found if not address.startswith(NO_ADDRESS)] == []


def adds_up(tree: ast.AST) -> list[int]:
    """The lines where low or high ends of numbers are added."""

    def of_range(node: ast.AST) -> bool:
        return any(
            (isinstance(part, ast.Constant) and part.value in ("low", "high"))
            or (isinstance(part, ast.Attribute) and part.attr in ("low", "high"))
            for part in ast.walk(node)
        )

    lines = []
    for node in ast.walk(tree):
        is_sum = isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
            "sum",
            "fsum",
            "nansum",
            "agg",
        )
        is_plus = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Add)
        if (is_sum or is_plus) and of_range(node):
            lines.append(node.lineno)
    return lines


def test_the_check_for_sums_sees_them() -> None:
    for bad in ('sum(c["low"] for c in claims)', 'total += claim["high"]', "a.low + b.low", 'frame["low"].sum()'):
        assert adds_up(ast.parse(bad)), bad
    assert not adds_up(ast.parse('min(c["low"] for c in claims); n += 1'))


@pytest.mark.parametrize("path", [p for p in [*GEO, *PAGES] if name(p) != "geo/queries/casualties.py"], ids=name)
def test_no_number_is_added_to_another_outside_the_ledger(path: Path) -> None:
    """The ledger adds within one claimant; tests/data/test_record.py shows that it never adds across them."""
    assert adds_up(tree_of(path)) == []


COUNTED = re.compile(r" (events|rows|days|districts|records|sources|claims|changes)\b")


def counts_alone(tree: ast.AST) -> list[int]:
    """The lines where a number is put before a noun in its form for many."""
    found = []
    for text in [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]:
        for one, other in pairwise(text.values):
            follows = isinstance(other, ast.Constant) and COUNTED.match(str(other.value))
            found += [text.lineno] if isinstance(one, ast.FormattedValue) and follows else []
    return found


@pytest.mark.parametrize("path", [path for path in GEO if "/cli/" in name(path)], ids=name)
def test_the_command_line_counts_by_the_catalogue(path: Path) -> None:
    """'1 event', never '1 events'."""
    assert counts_alone(ast.parse('f"{n} events"')) == [1]
    assert counts_alone(tree_of(path)) == []


# --- interface text -----------------------------------------------------------------------

TEXTS = catalogue("en")
SECTIONS = {key.split(".")[0] for key in TEXTS}
MONTHS = range(1, 13)
HOW = ("assessed", "claimed")
SPANS = ("90", "365", "all")
#: A key whose section is put in too -> the sections that it stands for.
SECTION_PUT_IN = {
    "*.*": ("status", "basis", "certainty", "verification", "actor", "the_actor"),
    "*.*.meaning": ("status", "basis", "certainty", "verification"),
    "*.*.hint": ("perspective", "window", "span", "layer", "presence"),
}
#: A key that is put together -> what can stand in its gaps.
PUT_TOGETHER: dict[str, tuple[object, ...]] = {
    "moments.*": (),  # ids of the record
    "actor.*": (),
    "the_actor.*": (),
    "country.*": (),
    "sources.lang.*": (),
    "basis.*": HOW,
    "basis.*.meaning": HOW,
    "certainty.*": schema.CERTAINTIES,
    "claimant.*": schema.CLAIMANTS,
    "date.*": tuple(schema.DATE_PRECISIONS),
    "where.*": tuple(schema.WHERE_PRECISIONS),
    "type.*": tuple(schema.EVENT_TYPES),
    "subtype.*": schema.SUB_EVENT_TYPES,
    "verification.*": schema.VERIFICATIONS,
    "verification.*.meaning": schema.VERIFICATIONS,
    "legend.ring.*": schema.VERIFICATIONS,
    "loss.*": schema.CASUALTY_KINDS,
    "presence.*": ("present", "absent", *PRESENCE_LEVELS),
    "presence.*.hint": PRESENCE_LEVELS,
    "layer.*": LAYERS,
    "layer.*.hint": LAYERS,
    "layers.head.*": LAYERS[1:],
    "layers.level.*": PRESENCE_LEVELS,
    "layers.change.*": ("more", "fewer", "same", "first"),
    "layers.step.*": ("one", "range", "from"),
    "layers.row.*": ("contradicted", "absent"),
    "source.*": tuple(kind for kind in schema.READ_AS if kind != "original"),
    "status.*": (*schema.CONTROL_STATUSES, "unknown", "disagreed", "undecided"),
    "place.*.*": tuple(f"{status}.{how}" for status in HOLDING for how in HOW),
    "place.disagreed.*": SPOKEN,
    "place.silent.*": tuple(view for view in VIEW_PERSPECTIVES if view != "assessed"),
    "place.alone.*": tuple(message for message in SPOKEN if message != "own"),
    "sentence.*.*": tuple(f"{status}.{how}" for status in HOLDING for how in HOW),
    "sentence.denied.*": tuple(f"{speaker}_{status}" for speaker in ("self", "other") for status in HOLDING),
    "sentence.count.*": tuple(
        f"{key}_{view}"
        for key in ("silent", "silent_all", "none_silent")
        for view in VIEW_PERSPECTIVES
        if view != "assessed"
    ),
    "sentence.disagreed.*": SPOKEN,
    "sentence.speaks.*": SPOKEN,
    "state.disagreed.*": SPOKEN,
    "sure.*": schema.CERTAINTIES,
    "tip.other.*": HOLDING,
    "sentence.view.*": tuple(view for view in VIEW_PERSPECTIVES if view != "assessed"),
    "panel.events.*": WINDOWS,
    "perspective.*": VIEW_PERSPECTIVES,
    "perspective.*.hint": VIEW_PERSPECTIVES,
    "window.*": WINDOWS,
    "window.*.hint": WINDOWS,
    "span.*": SPANS,
    "span.*.hint": SPANS,
    "status.*.meaning": (*schema.CONTROL_STATUSES, "disagreed", "undecided"),
    "certainty.*.meaning": schema.CERTAINTIES,
    "month.*": tuple(MONTHS),
    "solar.*": tuple(MONTHS),
    "calendar.month.*": tuple(MONTHS),
    "calendar.weekday.*": tuple(range(1, 8)),
    "locale.weekday.*": tuple(range(1, 8)),
    "actor_letter.*": (),
    "first_actor.*": (),
    "add.reason.*": tuple(REASONS),
    "add.field.*": tuple(FIELDS),
    "add.layout.*": ("found", *PUBLISHERS),
}
KEY = re.compile(r"[a-z_]+(\.[a-zA-Z0-9_]+)+")
FILE_NAMES = (
    ".txt",
    ".bib",
    ".zip",
    ".mp4",
    ".gpkg",
    ".parquet",
    ".js",
    ".json",
    ".css",
    ".webp",
    ".py",
    ".geojson",
    ".topojson",
    ".csv",
    ".gz",
    ".md",
    ".html",
    ".png",
    ".svg",
    ".atom",
)
MODULES = [path for path in WEB if path.suffix == ".js"]
SAYING = [*GEO, *PAGES, *SERVING, *MODULES]


def is_key(text: str) -> bool:
    return bool(KEY.fullmatch(text)) and text.split(".")[0] in SECTIONS and not text.endswith(FILE_NAMES)


def is_call_of(node: ast.AST, function: str) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == function and bool(node.args)


@cache
def quoted(path: Path) -> tuple[set[str], set[str]]:
    """The texts that a file holds (with 't:' before those handed to `t`), and those with gaps (`*`) handed to `t`."""
    text = path.read_text("utf-8")
    if path.suffix == ".js":
        plain = {found[1] for found in re.findall(r"""(["'])([^"'\n]*)\1""", text)}
        plain |= {f"t:{found}" for found in re.findall(r"""\b(?:t|say)\(\s*["']([^"']+)["']""", text)}
        return plain, {re.sub(r"\$\{[^}]*\}", "*", found) for found in re.findall(r"\b(?:t|say)\(\s*`([^`]+)`", text)}
    nodes = list(ast.walk(ast.parse(text)))
    plain = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    calls = [node for node in nodes if is_call_of(node, "t")]
    plain |= {f"t:{call.args[0].value}" for call in calls if isinstance(call.args[0], ast.Constant)}
    joined = [call.args[0].values for call in calls if isinstance(call.args[0], ast.JoinedStr)]
    return plain, {
        "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts) for parts in joined
    }


def keys_of(path: Path) -> set[str]:
    """The whole keys that a file names."""
    plain = quoted(path)[0]
    return {text for text in plain if is_key(text) and not text.endswith("_")} | {
        text[2:] for text in plain if text.startswith("t:")
    }


def put_together(path: Path) -> set[str]:
    """The keys with gaps that a file asks for: `type.${…}` is 'type.*'."""
    templates = quoted(path)[1] | {
        f"{text}*" for text in quoted(path)[0] if is_key(text + "x") and text.endswith(("_", "."))
    }  # "a.b_" + c
    whole = {template for template in templates if not template.startswith("*")}
    return whole | {section + template[1:] for template in templates - whole for section in SECTION_PUT_IN[template]}


@cache
def in_gaps(template: str, key: str) -> tuple[str, ...] | None:
    """What stands in the gaps of a template to give a key; None when it gives another key."""
    found = re.fullmatch(template.replace(".", r"\.").replace("*", "([A-Za-z0-9_]+)"), key)
    return found.groups() if found else None


def texts_of(template: str) -> list[str]:
    return [key for key in TEXTS if in_gaps(template, key)]


def filled(template: str) -> list[str]:
    """The keys that a template stands for, when its gaps hold values of a closed list."""
    return [template.replace("*.*", "*").replace("*", str(value), 1) for value in PUT_TOGETHER.get(template, ())]


@pytest.mark.parametrize("path", SAYING, ids=name)
def test_every_key_that_is_asked_for_has_a_text(path: Path) -> None:
    assert sorted(keys_of(path) - set(TEXTS)) == []


@pytest.mark.parametrize("path", SAYING, ids=name)
def test_every_key_that_is_put_together_has_its_texts(path: Path) -> None:
    for template in put_together(path):
        assert texts_of(template), f"{template} has no text"
        assert [key for key in filled(template) if key not in TEXTS] == []


def test_every_text_is_asked_for() -> None:
    """A gap that holds no closed list holds words of our modules: a text whose word stands in none is not used."""
    templates = {template for path in SAYING for template in put_together(path)}
    words = set(re.findall(r"\w+", " ".join(path.read_text("utf-8") for path in SAYING)))
    used = {key for path in SAYING for key in keys_of(path)}
    for template in templates:
        is_of_record = PUT_TOGETHER.get(template) == ()
        closed = filled(template)
        used |= set(
            closed
            or [key for key in texts_of(template) if is_of_record or words.issuperset(in_gaps(template, key) or "")]
        )
    used |= {f"{key}_one" for key in used}  # the form for one
    assert sorted(set(TEXTS) - used) == []


def test_names_of_actors_and_countries_are_of_the_record() -> None:
    dataset = load()
    actors = {key.partition(".")[2] for key in TEXTS if key.startswith(("actor.", "the_actor."))}
    assert actors - {"unknown"} <= set(dataset.by_id("actors"))
    countries = {event["country"] for event in dataset.records("events")}
    assert sorted(countries - {key.partition(".")[2] for key in TEXTS if key.startswith("country.")}) == []


# --- documents ----------------------------------------------------------------------------

DOCUMENTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")})


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_and_paths_of_documents_lead_to_files(path: Path) -> None:
    text = path.read_text("utf-8")
    links = {link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if ":" not in link}
    assert sorted(link for link in links if link and not (path.parent / link).exists()) == []
    paths = set(re.findall(r"`((?:geo|pages|serving|tests|trials|bench)/[\w./-]+\.(?:py|js|css))`", text))
    assert sorted(one for one in paths if not (ROOT / one).exists() and not is_made(one)) == []


def is_made(path: str) -> bool:
    """Whether a path stands for files of a reader's own."""
    return "NAME" in path


def test_the_floors_that_are_told_are_those_that_are_checked() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = next(one["layers"] for one in contracts if one.get("containers") == ["geo"])
    checked = [
        " | ".join(f"geo.{part.strip()}" for part in floor.split("|")) for floor in floors if floor != "__main__"
    ]
    told = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## Floors")[2].split("```")[1].split("\n")
    assert [line for line in told if line.startswith("geo")] == checked


# --- sizes --------------------------------------------------------------------------------

MAX_LINES, MAX_FUNCTION_LINES = 250, 40
#: Files that may be longer, each with its reason in docs/decisions/0062.
LONGER = {"geo/record/schema.py", "geo/record/records.py"}


@pytest.mark.parametrize("path", [*GEO, *PAGES, *SERVING], ids=name)
def test_a_file_is_short_enough_to_be_read_at_once(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES or name(path) in LONGER


def long_functions(tree: ast.AST) -> list[str]:
    """Functions whose body, without its docstring, is longer than forty lines."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            if body and (node.end_lineno or 0) - body[0].lineno >= MAX_FUNCTION_LINES:
                found.append(node.name)
    return found


def test_the_check_of_functions_sees_a_long_one() -> None:
    body = "    x = 1\n" * MAX_FUNCTION_LINES
    assert long_functions(ast.parse(f"def short():\n{body}")) == []
    assert long_functions(ast.parse(f"def long():\n{body}    x = 1\n")) == ["long"]


@pytest.mark.parametrize("path", [*GEO, *PAGES, *SERVING], ids=name)
def test_no_function_is_longer_than_forty_lines(path: Path) -> None:
    assert long_functions(tree_of(path)) == []
