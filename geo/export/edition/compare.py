"""Two days side by side: as pictures with what differs in tables, until the live maps are there."""

from __future__ import annotations

from dataclasses import asdict, replace
from html import escape

from geo.address.compare import Side, Sides, sides_from_query, sides_to_query
from geo.address.paths import root_of
from geo.address.view import ViewState, first_view
from geo.address.windows import WINDOWS
from geo.control.difference import Difference, difference
from geo.export.edition.frame import Edition, framed
from geo.export.edition.page_facts import page_facts
from geo.export.edition.records import intro
from geo.export.first_picture import first_picture
from geo.reading.compare_tables import areas_table, each_section, events_section, sums_table
from geo.reading.content import Block, Paragraph, Section
from geo.record.schema import PERSPECTIVES
from geo.wording.dates import in_words
from geo.wording.layer_sentence import view_sentence
from geo.wording.sides_sentence import control_sentence, side_in_words
from geo.wording.text import t

KEYS = ("a", "b")


def usual_sides(edition: Edition) -> Sides:
    """What stands side by side for a reader who asked for nothing."""
    return sides_from_query({}, first_view(edition.dataset), edition.dataset)[0]


def compare_page(edition: Edition, file: str) -> str:
    """The usual two days; its script shows any two days or views."""
    dataset, sides = edition.dataset, usual_sides(edition)
    found = difference(edition.timeline, sides)
    about = control_sentence(found)
    view = replace(first_view(dataset), lang=edition.lang)
    facts = page_facts(dataset, view) | {
        "assets": edition.files(file),
        "root": root_of(file),
        "sides": sides_to_query(sides),
    }
    body = [
        intro(t("sides.outline")),
        _form(),
        f'<p id="said">{escape(about)}</p>',
        '<div class="sides">' + "".join(_side(edition, key, getattr(sides, key)) for key in KEYS) + "</div>",
        '<div id="legends"></div>',
        f'<div id="found">{edition.html(file, *_tables(edition, found, sides))}</div>',
    ]
    return framed(edition, file, t("sides.title"), body, about=about, scripts=("compare",), facts=facts)


def picture_name(key: str) -> str:
    """The file of the picture of a side."""
    return f"compare-{key}.svg"


def side_picture(edition: Edition, key: str) -> str:
    """One of the usual sides as a picture."""
    view = _view(edition, getattr(usual_sides(edition), key))
    return first_picture(edition.timeline, view, _says(edition, view)).wide


def _view(edition: Edition, side: Side) -> ViewState:
    return ViewState(**(asdict(first_view(edition.dataset)) | {"date": side.day, "perspective": side.perspective}))


def _says(edition: Edition, view: ViewState) -> str:
    return t("first.picture", day=in_words(view.date), sentence=view_sentence(edition.timeline, view))


def _side(edition: Edition, key: str, side: Side) -> str:
    """A side: where its live map stands, and until then its picture."""
    says = escape(_says(edition, _view(edition, side)))
    label = escape(t(f"edition.map_of.{key}"))
    caption = side_in_words(usual_sides(edition), key)
    return (
        f'<figure data-side="{key}"><div class="live" id="map_{key}" role="application" aria-label="{label}" hidden></div>'
        f'<img src="{edition.stamped(picture_name(key))}" width="1000" height="620" alt="{says}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _form() -> str:
    """Days and views of both sides, and the window; hidden until its script runs."""
    sides = "".join(
        f'<div class="side"><div data-day="{key}"></div><label>{escape(t(f"sides.perspective.{key}"))}'
        f'<select name="p{key}">{_options(PERSPECTIVES, "perspective.{}")}</select></label></div>'
        for key in KEYS
    )
    window = f'<label>{escape(t("sides.window"))}<select name="window">{_options(WINDOWS, "window.{}.hint")}</select></label>'
    swap = f'<button type="button" name="swap">{escape(t("sides.swap"))}</button>'
    return f'<form id="asked" class="asked" hidden>{sides}{window}{swap}</form>'


def _options(values: tuple[str, ...], key: str) -> str:
    return "".join(f'<option value="{one}">{escape(t(key.format(one)))}</option>' for one in values)


def _tables(edition: Edition, found: Difference, sides: Sides) -> tuple[Block, ...]:
    dataset = edition.dataset
    events = [dataset.public_by_id[event_id] for event_id in found.events]
    first, last = sorted((sides.a.day, sides.b.day))
    between = events_section(dataset, events, (first, last), sides_to_query(sides))
    title = t("sides.table")
    if not found.districts:
        return Section(title, (Paragraph((t("sides.no_row"),)),)), between
    sums = sums_table(dataset, found, t("sides.sums.side"))
    tables = (areas_table(dataset, found, title), *((sums,) if sums else ()), each_section(dataset, found))
    note = Paragraph((t("sides.table_note", version=found.dataset),), is_quiet=True)
    return Section(title, (*tables, note)), between
