"""A sheet of small maps that stands alone: title, sentence, days of change, legend, sources, credits, address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.control.both_sides import PARTIES
from geo.control.timeline import Timeline
from geo.export.drawing.extents import box_of
from geo.export.drawing.fonts import cut, one_line, wrapped
from geo.export.drawing.layers import Layer, turned_width
from geo.export.drawing.primitives import Primitive, Words, rectangle
from geo.export.drawing.scene import Scene, control_sources
from geo.export.marks.manifest import Manifest
from geo.export.marks.recipe import told
from geo.export.multiples.change_days import MOST, ChangeDay, ChangeDays, change_days
from geo.export.multiples.legend import legend_primitives
from geo.export.multiples.small_map import SmallMaps
from geo.export.picture import about_file, form_of, sheet_file
from geo.export.sheet.direction import turned
from geo.export.sheet.layout import CREDIT, MARGIN, Column, check_size, link, px_scale_of
from geo.export.sheet.panel import source_words
from geo.mercator import frame_of
from geo.record.atomic import atomic_path
from geo.record.load import DATA_DIR, Dataset
from geo.record.schema import COUNTRY
from geo.style.basemap import BANNER, QUIET_INK
from geo.wording.dates import plain_date
from geo.wording.language import in_language_of, name_of
from geo.wording.lists import listed
from geo.wording.text import t

#: Lines under a small map: its day, and what changed.
CAPTION = 44.0
GAP = 14.0
#: The share of the sheet below the maps: legend and sources.
FOOT = 0.32


@dataclass(frozen=True)
class MultiplesOptions:
    """Which area and days a sheet shows, as whom, and how large; `address` is where the map is served."""

    extent: str
    start: str
    end: str
    perspective: str = "assessed"
    size: tuple[int, int] = (1600, 1200)
    lang: str = "en"
    most: int = MOST
    address: str | None = None


def write_multiples(timeline: Timeline, options: MultiplesOptions, path: Path, data_dir: Path = DATA_DIR) -> None:
    """Write the sheet; the ending of `path` says in which form.

    Raises
    ------
    ValueError
        When the ending, the extent, the days or the size can't be drawn.
    OSError
        When the file can't be written.
    """
    form = form_of(path)
    with atomic_path(path) as temporary:
        temporary.write_bytes(multiples_file(timeline, options, form, data_dir))


@in_language_of(1)
def multiples_file(timeline: Timeline, options: MultiplesOptions, form: str, data_dir: Path = DATA_DIR) -> bytes:
    """The sheet as the bytes of a picture, with its manifest; refuses what `write_multiples` does."""
    dataset = timeline.dataset
    about = about_file(_title(dataset, options), f"{_address(dataset, options)}. {t('app.credits')}")
    manifest = Manifest("sheet", dataset.version, told(options))
    return sheet_file(form, composed(timeline, options, data_dir), options.size, about, manifest)


@in_language_of(1)
def composed(timeline: Timeline, options: MultiplesOptions, data_dir: Path = DATA_DIR) -> list[Layer]:
    """The layers of the sheet, not yet drawn; the first day stands where the language begins to read."""
    width, height = options.size
    check_size(width, height)
    px_scale = px_scale_of(width, height)
    found = change_days(timeline, options.extent, options.start, options.end, options.perspective, options.most)
    head, top = _head(timeline.dataset, options, found, px_scale)
    foot_top = height * (1 - FOOT)
    grid = _grid(timeline, options, len(found.shown), (top, foot_top))
    layers = [Layer(head)]
    if grid:
        maps = SmallMaps(timeline, options.extent, grid.map_size, px_scale * grid.type_scale, data_dir)
        for number, one in enumerate(found.shown):
            layers += _cell(maps, one, options, grid, number)
        scenes = [maps.scene(one.day, options.perspective) for one in found.shown]
        ways = [way for one in found.shown for _, way in one.ways]
        place = Column(MARGIN * px_scale, foot_top, width * 0.5, height - (MARGIN + 46) * px_scale, turned_width(width))
        legend = legend_primitives(maps.basemap, scenes, ways, place, px_scale)
        layers.append(Layer([*legend, *_sources(timeline.dataset, scenes, maps, options, foot_top)]))
    layers.append(Layer(_credits(timeline.dataset, options, px_scale)))
    return [turned(layer, turned_width(width)) for layer in layers]


@dataclass(frozen=True)
class Grid:
    """Columns of small maps: where the first stands, how large each is, how far apart."""

    columns: int
    left: float
    top: float
    map_size: tuple[int, int]
    step: tuple[float, float]
    type_scale: float


def sentence(options: MultiplesOptions, found: ChangeDays) -> str:
    """What the sheet shows, in one sentence, with how many days are left out."""
    words = {
        "first": plain_date(options.start),
        "last": plain_date(options.end),
        "perspective": t(f"perspective.{options.perspective}"),
        "days": len(found.every),
        "districts": found.districts,
        "left": found.left_out,
    }
    key = "none" if not found.every else "some" if found.left_out else "all"
    return t(f"multiples.sentence.{key}", **words)


def area_name(dataset: Dataset, extent: str) -> str:
    """An extent in words."""
    if extent == COUNTRY:
        return t("view.country")
    if extent == "panjshir":
        return t("view.panjshir")
    provinces = dataset.by_id("provinces")
    codes = extent.split(",")
    return listed(name_of(provinces[code]) for code in codes) if set(codes) <= set(provinces) else t("multiples.box")


def _title(dataset: Dataset, options: MultiplesOptions) -> str:
    return t("multiples.title", area=one_line(area_name(dataset, options.extent)))


def _head(dataset: Dataset, options: MultiplesOptions, found: ChangeDays, px: float) -> tuple[list[Primitive], float]:
    """Title, sentence, banner; and where they end."""
    width, left = options.size[0], MARGIN * px
    title = _title(dataset, options)
    primitives: list[Primitive] = [
        Words(left, left + 30 * px, cut(title, 32 * px, width * 0.66, "bold"), 32 * px, style="bold"),
        Words(width - left, left + 30 * px, t("app.title"), 18 * px, QUIET_INK, "bold", "right"),
    ]
    y = left + 60 * px
    for line in wrapped(sentence(options, found), 18 * px, width - 2 * left):
        primitives.append(Words(left, y, line, 18 * px))
        y += 25 * px
    if options.perspective != "assessed":
        primitives.append(rectangle(left, y - 14 * px, width - left, y + 14 * px, BANNER))
        banner = cut(t(f"export.banner.{options.perspective}"), 15 * px, width - 3 * left, "bold")
        primitives.append(Words(left + 10 * px, y + 5 * px, banner, 15 * px, style="bold"))
        y += 30 * px
    return primitives, y


def _grid(timeline: Timeline, options: MultiplesOptions, count: int, span: tuple[float, float]) -> Grid | None:
    """As many columns as make the maps largest."""
    if not count:
        return None
    px = px_scale_of(*options.size)
    top, bottom = span
    inner = options.size[0] - 2 * MARGIN * px
    box = box_of(timeline.dataset, options.extent)
    best: tuple[float, Grid] | None = None
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        cell = ((inner - GAP * px * (columns - 1)) / columns, (bottom - top) / rows)
        size = (round(cell[0]), round(cell[1] - (CAPTION + GAP) * px))
        if size[0] < 60 or size[1] < 60:
            continue
        scale = frame_of(box, *size).scale
        step = (cell[0] + GAP * px, cell[1])
        grid = Grid(columns, MARGIN * px, top, size, step, min(1.0, max(0.72, cell[0] / (420 * px))))
        if best is None or scale > best[0] * 1.02:
            best = (scale, grid)
    if best is None:
        raise ValueError(f"--size {options.size[0]}x{options.size[1]} has no room for {count} maps")
    return best[1]


def _cell(maps: SmallMaps, one: ChangeDay, options: MultiplesOptions, grid: Grid, number: int) -> list[Layer]:
    """A map with its day and what changed above it."""
    px = px_scale_of(*options.size) * grid.type_scale
    row, column = divmod(number, grid.columns)
    left, top = round(grid.left + column * grid.step[0]), round(grid.top + row * grid.step[1])
    words = [
        Words(left, top + 15 * px, plain_date(one.day), 16 * px, style="bold"),
        Words(left, top + 34 * px, cut(one.words, 14 * px, grid.map_size[0]), 14 * px),
    ]
    drawn = maps.primitives(one, options.perspective)
    return [Layer(words), Layer(drawn, left, round(top + CAPTION * px), grid.map_size)]


def _sources(
    dataset: Dataset, scenes: Sequence[Scene], maps: SmallMaps, options: MultiplesOptions, top: float
) -> list[Primitive]:
    """The sources of the control that is shown, as many as there is room for."""
    width, height = options.size
    px = px_scale_of(width, height)
    left, size, line = width * 0.53, 13 * px, 17 * px
    room, bottom = width - left - MARGIN * px, height - MARGIN * px - 60 * px
    ids = list(dict.fromkeys(s for scene in scenes for s in control_sources(dataset, scene, maps.basemap.districts)))
    fitting = max(1, int((bottom - top - 24 * px) / line))
    shown = ids if len(ids) <= fitting else ids[: fitting - 1]
    records = dataset.by_id("sources")
    texts = [f"{n}  {source_words(records[source_id])}" for n, source_id in enumerate(shown, start=1)]
    if len(ids) > len(shown):
        texts.append(t("multiples.more_sources", count=len(ids) - len(shown)))
    lines = [Words(left, top + 38 * px + n * line, cut(text, size, room), size) for n, text in enumerate(texts)]
    return [Words(left, top + 15 * px, t("multiples.sources"), 17 * px, style="bold"), *lines] if ids else []


def _credits(dataset: Dataset, options: MultiplesOptions, px: float) -> list[Primitive]:
    """Credits and the address that opens these days, at the foot."""
    width, height = options.size
    size, room = CREDIT * px, width - 2 * MARGIN * px
    lines = [line for text in (t("app.credits"), _address(dataset, options)) for line in wrapped(text, size, room)]
    top = height - MARGIN * px - (len(lines) - 1) * 17 * px
    return [Words(MARGIN * px, top + n * 17 * px, line, size, QUIET_INK) for n, line in enumerate(lines)]


def _address(dataset: Dataset, options: MultiplesOptions) -> str:
    """The address of the page of these days, whole when it is known where the map is served; data and licence."""
    both = options.perspective == "both"
    query = {
        "a": options.start,
        "b": options.end,
        "pa": PARTIES[0] if both else options.perspective,
        "pb": PARTIES[1] if both else options.perspective,
        "of": options.extent,
        "from": options.start,
        "to": options.end,
        "data": dataset.version,
    }
    place = link(query, f"{options.address or ''}compare")
    return t("export.link" if options.address else "multiples.address", link=place, version=dataset.version)
