"""What a reader may carry off, as the command that makes it, with its size; checked before a process is started."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export import estimate
from geo.export.drawing.scene import first_day_of
from geo.export.estimate import Estimate
from geo.export.multiples.change_days import change_days
from geo.mercator import LonLatBox
from geo.record.spans import days_between
from geo.style.extents import BOUNDS
from geo.style.layers import LAYERS
from geo.wording.text import t

PICTURE, DAYS, FILM, REPLAY, DATA, PACK = KINDS = ("picture", "days", "film", "replay", "data", "pack")
FORMS = {
    PICTURE: ("png", "svg", "pdf"),
    DAYS: ("png", "svg", "pdf"),
    FILM: ("mp4", "webm", "gif"),
    REPLAY: ("html",),
    DATA: ("csv", "geojson", "gpkg", "parquet"),
    PACK: ("zip",),
}
SIZES = {
    PICTURE: ((1600, 900), (1200, 1500), (3200, 1800)),
    DAYS: ((1600, 1200), (1200, 1500), (2400, 1800)),
    FILM: ((1280, 720), (640, 360), (1920, 1080)),
    PACK: ((1600, 900), (1200, 1500)),
}
#: What can be made by another definition than ours.
DEFINED = (PICTURE, FILM, REPLAY)
TABLES = ("events", "zones", "provinces")
STEPS = {"day": 1, "week": 7}
COUNTRY, PANJSHIR, PROVINCE, SCREEN = "country", "panjshir", "province", "screen"
#: A film made by the server has at most a year of days at 1280 by 720.
MAX_FILM_PIXELS = 370 * 1280 * 720
FPS = (2, 4, 8, 12)
#: What is chosen on the page besides the view and its filters.
CHOSEN = ("since", "province", "district", "place", "event", "at")
#: A screen that shows less than this share of the country, along a side, shows a part.
CLOSER = 0.8


@dataclass(frozen=True)
class Seen:
    """What is on the reader's screen: the view, and the map's bounds (west, south, east, north) when they are known."""

    view: ViewState
    bounds: LonLatBox | None = None

    def extents(self) -> list[str]:
        """Which extents may be chosen."""
        known = {COUNTRY: True, PANJSHIR: True, PROVINCE: self.view.province, SCREEN: self.bounds}
        return [name for name, there in known.items() if there]

    def usual_extent(self) -> str:
        """The province that is open; else the part that the reader has moved closer to; else the country."""
        if self.view.province or self.bounds is None:
            return PROVINCE if self.view.province else COUNTRY
        (south, west), (north, east) = BOUNDS
        wide, high = self.bounds.east - self.bounds.west, self.bounds.north - self.bounds.south
        return SCREEN if wide < CLOSER * (east - west) or high < CLOSER * (north - south) else COUNTRY

    def area(self, extent: str) -> str:
        """An extent as the command line has it."""
        bounds = ",".join(f"{degrees:g}" for degrees in self.bounds or ())
        return {COUNTRY: "AF", PANJSHIR: "panjshir", PROVINCE: self.view.province or "AF", SCREEN: bounds or "AF"}[
            extent
        ]


@dataclass(frozen=True)
class Choice:
    """What a reader wants to carry off."""

    kind: str = PICTURE
    form: str = "png"
    extent: str = COUNTRY
    size: tuple[int, int] = (1600, 900)
    lang: str = "en"
    table: str = "events"
    start: str = ""
    end: str = ""
    step: str = "day"
    fps: int = 4


@dataclass(frozen=True)
class ExportPlan:
    """The command that makes a choice, the name of its file, its estimate; or why it can't be made here."""

    command: tuple[str, ...]
    file_name: str
    estimate: Estimate
    refused: str = ""

    @property
    def shell(self) -> str:
        """The command as one would type it."""
        return shlex.join(["python", "-m", "geo", *self.command, "-o", self.file_name])


def plan_of(timeline: Timeline, seen: Seen, choice: Choice, address: str | None = None) -> ExportPlan:
    """How a choice is made."""
    if known := timeline.dataset.known:  # rows of others came later
        seen = replace(seen, view=replace(seen.view, reference=None))
    make = {PICTURE: _picture, DAYS: _days, FILM: _film, REPLAY: _replay, DATA: _data, PACK: _pack}[choice.kind]
    command, guess, refused = make(timeline, seen, choice)
    if choice.kind in (PICTURE, FILM, PACK):  # what is printed has its whole address
        chosen = [(key, getattr(seen.view, key)) for key in CHOSEN]
        command = [*command, *(f"--{key}={value}" for key, value in chosen if value)]
    prints = address and choice.kind in (PICTURE, DAYS, FILM, PACK)
    if timeline.definition != Timeline.definition and rests_on_control(choice):
        if choice.kind not in DEFINED:
            refused = t("take.ours_only")
        else:
            command = [*command, "--definition", timeline.definition]
    command = [*command, *(["--known-by", known.by] if known else []), *(["--address", str(address)] if prints else [])]
    return ExportPlan(tuple(command), _file_name(seen, choice), guess, refused)


def rests_on_control(choice: Choice) -> bool:
    """Whether what is made tells who holds what: all but a table of events."""
    return choice.kind != DATA or choice.table != TABLES[0]


def lacks_reference(seen: Seen, choice: Choice) -> bool:
    """Whether UCDP's rows are on the screen and can't be in what is made."""
    return bool(seen.view.reference) and (choice.kind == DAYS or (choice.kind == DATA and choice.table != TABLES[0]))


def frames_of(choice: Choice) -> int:
    """How many days a film shows."""
    length = days_between(choice.start, choice.end)
    return length + 1 if choice.step == "day" else -(-length // STEPS[choice.step]) + 1


def max_frames(size: tuple[int, int]) -> int:
    """How many days a film of a size may show here."""
    return MAX_FILM_PIXELS // (size[0] * size[1])


def _picture(_timeline: Timeline, seen: Seen, choice: Choice) -> tuple[list[str], Estimate, str]:
    command = ["render", seen.view.date, *_view(seen, choice), *_size(choice), "--lang", choice.lang]
    return command, estimate.of_picture(choice.form, choice.size), ""


def _days(timeline: Timeline, seen: Seen, choice: Choice) -> tuple[list[str], Estimate, str]:
    area, perspective = seen.area(choice.extent), seen.view.perspective
    command = ["days", "--from", choice.start, "--to", choice.end, "--extent", area, "--perspective", perspective]
    command += [*_size(choice), "--lang", choice.lang]
    guess = estimate.of_picture(choice.form, choice.size)
    if choice.end < choice.start:
        return command, guess, t("take.span_refused")
    found = change_days(timeline, area, choice.start, choice.end, perspective)
    return command, guess, "" if found.every else t("take.no_days")


def _film(_timeline: Timeline, seen: Seen, choice: Choice) -> tuple[list[str], Estimate, str]:
    span = ["--from", choice.start, "--to", choice.end, "--step", choice.step, "--fps", str(choice.fps)]
    command = ["replay", *span, *_view(seen, choice), *_size(choice), "--lang", choice.lang]
    if choice.end < choice.start:
        return command, Estimate(0, 0), t("take.span_refused")
    frames, limit = frames_of(choice), max_frames(choice.size)
    guess = estimate.of_film(choice.form, choice.size, frames)
    return command, guess, t("take.too_many", frames=frames, most=limit) if frames > limit else ""


def _replay(timeline: Timeline, seen: Seen, choice: Choice) -> tuple[list[str], Estimate, str]:
    command = ["export-html", "--day", seen.view.date, *_view(seen, choice), "--lang", choice.lang]
    return command, estimate.of_one_file(len(timeline.dataset.public_events)), ""


def _data(timeline: Timeline, seen: Seen, choice: Choice) -> tuple[list[str], Estimate, str]:
    view, extent = seen.view, ["--extent", seen.area(choice.extent)]
    if choice.table == "events":
        first = first_day_of(timeline.dataset, view)
        rows = len(timeline.events_between(first, view.date))
        command = ["export", "events", "--from", first, "--to", view.date, *extent, *_filters(view)]
    else:
        rows = len(timeline.districts) if choice.table == "zones" else len(timeline.dataset.records("provinces"))
        command = ["export", choice.table, "--day", view.date, "--perspective", view.perspective, *extent]
    if choice.form == "csv":
        command.append("--for-spreadsheets")
    refused = t("take.no_shares") if choice.table == "provinces" and view.perspective == "both" else ""
    return command, estimate.of_table(choice.table, choice.form, rows), refused


def _pack(timeline: Timeline, seen: Seen, choice: Choice) -> tuple[list[str], Estimate, str]:
    view = seen.view
    events = len(timeline.events_between(first_day_of(timeline.dataset, view), view.date))
    command = ["pack", view.date, *_view(seen, choice), *_size(choice), "--lang", choice.lang]
    return command, estimate.of_pack(choice.size, events), ""


def _view(seen: Seen, choice: Choice) -> list[str]:
    view = seen.view
    area = ["--extent", seen.area(choice.extent)]
    layer = [] if view.layer == LAYERS[0] else ["--layer", view.layer]
    level = ["--presence", view.presence] if view.layer == "presence" else []
    return ["--perspective", view.perspective, "--window", view.window, *layer, *level, *area, *_filters(view)]


def _filters(view: ViewState) -> list[str]:
    return [p for key in (*FILTER_KEYS, "reference") if (value := getattr(view, key)) for p in (f"--{key}", value)]


def _size(choice: Choice) -> list[str]:
    return ["--size", f"{choice.size[0]}x{choice.size[1]}"]


def _file_name(seen: Seen, choice: Choice) -> str:
    view = seen.view
    middle: Mapping[str, str] = {
        DAYS: f"days-{choice.start}-to-{choice.end}-{view.perspective}",
        FILM: f"{choice.start}-to-{choice.end}-{view.perspective}",
        REPLAY: "replay",
        DATA: f"{choice.table}-{view.date}" + ("" if choice.table == "events" else f"-{view.perspective}"),
        PACK: f"{view.date}-{view.perspective}-pack",
    }
    return f"afghanistan-{middle.get(choice.kind, f'{view.date}-{view.perspective}')}.{choice.form}"
