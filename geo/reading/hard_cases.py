"""The hard cases of the method: each as small maps, one a perspective, with its states in words and a way to the map."""

from __future__ import annotations

from geo.control.hard_cases import CASES, Case, pieces
from geo.control.timeline import Timeline
from geo.reading.charts.case_maps import case_map, piece_in_words, piece_name
from geo.reading.content import Beside, Block, Figure, Link, Paragraph, Section
from geo.wording.lists import series
from geo.wording.text import t


def case_blocks(timeline: Timeline) -> tuple[Block, ...]:
    """What the maps are, then each case."""
    note = Paragraph((t("method.cases_note", version=timeline.dataset.version),), is_quiet=True)
    return (note, *(_case(timeline, case) for case in CASES))


def _case(timeline: Timeline, case: Case) -> Section:
    columns = tuple((_map(timeline, case, perspective),) for perspective in case.perspectives)
    return Section(t(f"method.cases.{case.key}"), (Beside(columns),))


def _map(timeline: Timeline, case: Case, perspective: str) -> Block:
    dataset, found = timeline.dataset, pieces(timeline, case, perspective)
    view, name = t(f"perspective.{perspective}"), t(f"method.cases.{case.key}")
    if not found:
        return Paragraph((t("method.cases_none", perspective=view),))
    states = series(
        t("method.cases_group", state=piece_name(dataset, p), names=piece_in_words(dataset, p)) for p in found
    )
    says = t("method.cases_alt", case=name, perspective=view, states=states)
    changes = {"date": case.day, "perspective": perspective, "province": None, "district": None, "event": None}
    return Figure(case_map(dataset, case.day, found), says, (Link(t("method.cases_as_map"), "", changes),), title=view)
