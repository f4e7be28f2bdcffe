"""The pages of provinces: all of them to choose from, and one each, over the whole record as assessed."""

from __future__ import annotations

from geo.export.edition.frame import Edition, framed
from geo.queries.province import control_strips, overview, profile
from geo.reading.charts.count_maps import province_map, provinces_of
from geo.reading.content import Block, Link, Paragraph, Section
from geo.reading.provinces.activity import overview_figure
from geo.reading.provinces.overview import actors_in_words, all_section
from geo.reading.provinces.page import head_blocks, section_blocks
from geo.reading.reference.province import province_blocks
from geo.wording.dates import span_in_words
from geo.wording.language import name_of
from geo.wording.text import t

PERSPECTIVE = "assessed"


def province_index(edition: Edition, file: str) -> str:
    """The map to choose a province from, and all of them in a table."""
    dataset = edition.dataset
    span = (dataset.first_day, dataset.last_day)
    found = overview(edition.timeline, *span, PERSPECTIVE)
    counts = {row["admin1"]: row["activity"] for row in found}
    drawn = province_map(dataset, provinces_of(dataset), counts, None)
    figure = overview_figure(dataset, drawn, counts, span_in_words(*span), actors_in_words(dataset, ()))
    every = all_section(
        dataset, found, span, actor=actors_in_words(dataset, ()), perspective=PERSPECTIVE, is_folded=False
    )
    figures = f'<div class="narrow">{edition.html(file, figure)}</div>'
    return framed(edition, file, t("provinces.title"), [figures, edition.html(file, every)])


def province_page(edition: Edition, admin1: str, file: str) -> str:
    """Everything about a province."""
    dataset = edition.dataset
    what = (admin1, dataset.first_day, dataset.last_day)
    found = profile(edition.timeline, *what, PERSPECTIVE)
    strips = control_strips(edition.timeline, *what)
    every = Link(t("export.all_provinces"), "provinces")
    count = len(dataset.by_id("provinces"))
    blocks = (
        *head_blocks(dataset, found, edition.reference is not None),
        *section_blocks(dataset, found, strips),
        *_theirs(edition, admin1),
        Section(t("provinces.all", count=count), (Paragraph((every,)),), anchor="all"),
    )
    return framed(edition, file, name_of(found["province"]), [edition.html(file, *blocks)])


def _theirs(edition: Edition, admin1: str) -> tuple[Block, ...]:
    """UCDP's rows of a province, where they are given."""
    if edition.reference is None:
        return ()
    blocks = province_blocks(edition.dataset, edition.reference, admin1)
    return (Section(t("provinces.reference"), blocks, anchor="reference"),)
