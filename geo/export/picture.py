"""A day as a picture that stands alone: PNG, SVG or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.address.keys import CHOSEN_KEYS, FILTER_KEYS
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.drawing.area_primitives import control_primitives
from geo.export.drawing.basemap import Basemap
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Primitive
from geo.export.drawing.scene import Scene, scene_of
from geo.export.drawing.shades import shade_primitives
from geo.export.marks.manifest import Manifest
from geo.export.marks.pdf_front import with_name
from geo.export.marks.recipe import told
from geo.export.marks.seal import with_manifest
from geo.export.sheet import layout as sheet
from geo.export.sheet.direction import for_maps, in_direction
from geo.export.sheet.map_boxes import MapBox, SheetMaps
from geo.export.sheet.map_marks import MapMarks
from geo.export.sheet.panel import count_in_view, panel_primitives
from geo.export.sheet.shaded_marks import ShadedMarks
from geo.record.atomic import atomic_path
from geo.record.load import DATA_DIR, Dataset
from geo.reference.load import Reference, reference_beside
from geo.style.layers import LAYERS, PRESENCE_LEVELS
from geo.wording.cite import LICENCE
from geo.wording.dates import in_words
from geo.wording.language import in_language_of
from geo.wording.layer_sentence import view_sentence
from geo.wording.reference_words import remark_of
from geo.wording.text import t

FORMS = ("png", "svg", "pdf")


@dataclass(frozen=True)
class RenderOptions:
    """What a picture or a film is to show, and how large.

    `filters` hold keys and values of an address (`geo.address.keys.FILTER_KEYS`), `chosen` those of what is chosen on the
    page, for the printed address alone; `address` is where the map is served, for a whole link.
    """

    day: str
    perspective: str = "assessed"
    window: str = "30"
    layer: str = LAYERS[0]
    presence: str = PRESENCE_LEVELS[0]
    reference: str | None = None
    known_by: str | None = None
    extent: str = "AF"
    size: tuple[int, int] = (1600, 900)
    lang: str = "en"
    filters: tuple[tuple[str, str], ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    address: str | None = None

    @property
    def view(self) -> ViewState:
        """The view of the day."""
        return self.view_on(self.day)

    def view_on(self, day: str) -> ViewState:
        """The same view on another day."""
        keys = {name: getattr(self, name) for name in ("window", "layer", "presence", "reference", "known_by")}
        return ViewState(date=day, perspective=self.told_by, lang=self.lang, **keys, **dict(self.filters + self.chosen))

    @property
    def told_by(self) -> str:
        """The perspective; only the map of control has one."""
        return self.perspective if self.layer == LAYERS[0] else "assessed"


@dataclass(frozen=True)
class Picture:
    """The layers of a picture, what its file says about itself, the query that opens its view, what it shows."""

    layers: list[Layer]
    about: dict[str, str]
    query: dict[str, str]
    scene: Scene
    basemap: Basemap
    #: What the footer says of UCDP's rows, where they stand beside ours.
    remarks: tuple[str, ...] = ()


def write_picture(timeline: Timeline, options: RenderOptions, path: Path, data_dir: Path = DATA_DIR) -> None:
    """Write a day as a picture; the ending of `path` says in which form.

    Raises
    ------
    ValueError
        When the ending, the day, the extent or the size is not one that can be drawn.
    OSError
        When the file can't be written.
    """
    form = form_of(path)
    with atomic_path(path) as temporary:  # a place that can't be written is refused before anything is drawn
        temporary.write_bytes(picture_file(timeline, options, form, data_dir))


def picture_file(timeline: Timeline, options: RenderOptions, form: str, data_dir: Path = DATA_DIR) -> bytes:
    """A day as the bytes of a picture, with its manifest; refuses what `write_picture` does."""
    settled_options = settled(options, timeline.dataset)
    return drawn_file(timeline, settled_options, form, composed(timeline, settled_options, data_dir))


def settled(options: RenderOptions, dataset: Dataset) -> RenderOptions:
    """The same picture, asked for as its printed address does: nothing is chosen that the address does not tell."""
    query = sheet.query_of(dataset, options.view, options.extent)
    chosen, filters = (tuple((key, query[key]) for key in keys if key in query) for keys in (CHOSEN_KEYS, FILTER_KEYS))
    return replace(options, perspective=options.told_by, chosen=chosen, filters=filters)


def drawn_file(timeline: Timeline, options: RenderOptions, form: str, picture: Picture) -> bytes:
    """A picture that is composed, drawn in a form."""
    manifest = Manifest("picture", timeline.dataset.version, told(options))
    return sheet_file(form, picture.layers, options.size, picture.about, manifest)


def form_of(path: Path) -> str:
    """The form of a picture's file, by its ending.

    Raises
    ------
    ValueError
        When the ending is none of a picture's.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise ValueError(f"{path}: a picture ends in {', '.join(f'.{form}' for form in FORMS)}")
    return form


def sheet_file(
    form: str, layers: Sequence[Layer], size: tuple[int, int], about: Mapping[str, str], manifest: Manifest
) -> bytes:
    """The layers of a sheet, drawn as a file with its manifest."""
    from geo.export.renderers import vector  # matplotlib takes a second to load

    drawn = vector.rendered(layers, size, form, about)
    return with_manifest(with_name(drawn) if form == "pdf" else drawn, form, manifest)


def about_file(title: str, description: str) -> dict[str, str]:
    """What a picture's file says about itself."""
    return {
        "title": title,
        "author": "Afghanistan Conflict Replay contributors",
        "description": description,
        "licence": LICENCE,
    }


@in_language_of(1)
def composed(timeline: Timeline, options: RenderOptions, data_dir: Path = DATA_DIR) -> Picture:
    """The picture of some options, not yet drawn."""
    reference = rows_beside(timeline, options, data_dir)
    scene = scene_of(timeline, options.view, reference)
    lines, size = sheet.sentence_lines(view_sentence(timeline, options.view), *options.size)
    query = sheet.query_of(timeline.dataset, options.view, options.extent) | _drawn_as(options)
    remarks = remarks_on(reference, scene.first, scene.day)
    footer = sheet.Footer(len(scene.events()), query, options.address, remarks)  # as many events as can be in view
    under = sheet.footer_lines(timeline.dataset, options.view, footer, *options.size)
    layout = sheet.layout_of(*options.size, len(lines), options.told_by != "assessed", len(under))
    maps = maps_on(timeline, layout, options, [options.day], data_dir).boxes_on(options.day)
    footer = replace(footer, count=count_in_view(scene, maps[0].basemap))
    page = [
        *sheet.header_primitives(layout, scene, lines, size),
        *panel_primitives(layout, scene, maps[0].basemap, maps[0].has_small_marks),
        *sheet.footer_primitives(layout, sheet.footer_lines(timeline.dataset, options.view, footer, *options.size)),
    ]
    layers = [*(_map_layer(scene, one) for one in maps), Layer(in_direction(page, layout))]
    return Picture(layers, _about(options, query), query, scene, maps[0].basemap, remarks)


def _drawn_as(options: RenderOptions) -> dict[str, str]:
    """What a printed address tells beside its view: the extent and the size, where they are not as usual."""
    usual = RenderOptions(options.day)
    extent = {"extent": options.extent} if options.extent != usual.extent else {}
    return extent | ({"size": "{}x{}".format(*options.size)} if options.size != usual.size else {})


def rows_beside(timeline: Timeline, options: RenderOptions, data_dir: Path) -> Reference | None:
    """UCDP's rows, when they are to stand beside ours.

    Raises
    ------
    ValueError
        When they are and the data folder has none.
    """
    if options.reference is None:
        return None
    found = reference_beside(timeline.dataset, data_dir)
    if found is None:
        raise ValueError(f"--reference {options.reference}: {data_dir} holds no rows of UCDP")
    return found


def remarks_on(reference: Reference | None, first: str, last: str) -> tuple[str, ...]:
    """What a footer says of UCDP's rows in some days: whom to credit, and whether their number says anything."""
    return (remark_of(reference, first, last),) if reference else ()


def maps_on(
    timeline: Timeline, layout: sheet.Layout, options: RenderOptions, days: Sequence[str], data_dir: Path
) -> SheetMaps:
    """The maps of a sheet; only that of control shows parts of itself larger."""
    has_lenses = options.layer == LAYERS[0]
    return SheetMaps(timeline, for_maps(layout), options.extent, data_dir / "basemap", days, has_lenses)


def marks_on(box: MapBox, scenes: Sequence[Scene]) -> MapMarks | ShadedMarks:
    """What lies over the ground of a map on some days, all of one layer."""
    return ShadedMarks(box, scenes) if any(scene.shaded for scene in scenes) else MapMarks(box, scenes)


def ground_of(scene: Scene, one: MapBox, only: Iterable[str] | None = None) -> list[Primitive]:
    """The ground of a map: who holds what, or the shades of a layer; `only` some districts of it."""
    if scene.shaded:
        return shade_primitives(scene.shaded.plan, one.basemap, one.px_scale, only)
    return control_primitives(scene, one.basemap, one.px_scale, only, one.least_radius)


def _map_layer(scene: Scene, one: MapBox) -> Layer:
    marks = marks_on(one, [scene])
    return one.layer([*one.basemap.relief(), *ground_of(scene, one), *marks.overlay, *marks.of_day(scene)])


def _about(options: RenderOptions, query: Mapping[str, str]) -> dict[str, str]:
    view = t(f"perspective.{options.told_by}") if options.layer == LAYERS[0] else t(f"layer.{options.layer}")
    return about_file(
        f"{t('app.title')}: {in_words(options.day)} ({view})",
        t("export.about", version=query["data"], link=sheet.link(query, options.address), credits=t("app.credits")),
    )
