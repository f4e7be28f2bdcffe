"""The page of definitions as a file: what a reader can't choose here stands for the days and districts of the hard cases."""

from __future__ import annotations

from geo.export.edition.frame import Edition, framed
from geo.export.edition.records import intro
from geo.reading.content import Block, Paragraph, Section
from geo.reading.definitions.hard_cases import cases_of, cases_section, differing
from geo.reading.definitions.one_day import day_section
from geo.reading.definitions.over_time import ribbon_section
from geo.reading.definitions.rules import other_maps_section, rules_section
from geo.reading.definitions.small_maps import maps_section
from geo.reading.definitions.ways import RIBBON, contents
from geo.wording.text import t


def definitions_page(edition: Edition, file: str) -> str:
    """The hard cases by each definition, their districts over time, why other maps differ on a day, the rules."""
    timeline = edition.timeline
    cases = cases_of(edition.dataset)
    parts: list[Block] = [contents(is_file=True)]
    if cases:
        telling = max(cases, key=lambda case: len(differing(timeline, case)))
        parts += [cases_section(timeline), day_section(timeline, telling.district, telling.day)]
        parts += [maps_section(timeline, telling.district, telling.day), _ribbons(edition)]
        parts += [other_maps_section(timeline, telling.day)]
    else:
        parts.append(Paragraph((t("definitions.none"),)))
    body = [intro(t("definitions.intro")), edition.html(file, *parts, rules_section(is_file=True))]
    return framed(edition, file, t("definitions.title"), body)


def _ribbons(edition: Edition) -> Section:
    """A ribbon for each district of the hard cases, folded in."""
    districts = dict.fromkeys(case.district for case in cases_of(edition.dataset))
    blocks = tuple(ribbon_section(edition.timeline, one, is_folded=True) for one in districts)
    return Section(t("definitions.ribbons"), blocks, anchor=RIBBON)
