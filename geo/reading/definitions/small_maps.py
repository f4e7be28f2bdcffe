"""The province of a district on a day as small maps: one a definition, in the signs of the map."""

from __future__ import annotations

from geo.control.definitions.answer import Answer
from geo.control.definitions.known import DEFINITIONS, word_of
from geo.control.hard_cases import Piece, pieces_of
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.reading.charts.case_maps import Told, case_map, grouped, piece_name
from geo.reading.content import Beside, Block, Figure, Paragraph, Section
from geo.reading.definitions.words import answer_in_words
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.lists import listed, series
from geo.wording.text import t
from geo.wording.words import area_names


def maps_section(timeline: Timeline, area_id: str, day: str) -> Section:
    """The districts of a province by each definition; named places smaller than a district are not drawn."""
    dataset = timeline.dataset
    admin1 = dataset.by_id("districts")[area_id]["admin1"]
    title = t("definitions.maps", area=area_names(dataset, [admin1]), day=plain_date(day))
    maps = tuple((_map(timeline, key, admin1, day, title),) for key in DEFINITIONS)
    note = Paragraph((t("definitions.maps_note", version=dataset.version),), is_quiet=True)
    return Section(title, (note, Beside(maps)), anchor="maps")


def _map(timeline: Timeline, key: str, admin1: str, day: str, title: str) -> Block:
    dataset, answers = timeline.dataset, defined(timeline)
    inside = (one for one, record in dataset.by_id("districts").items() if record["admin1"] == admin1)
    told = {one: DEFINITIONS[key].decide(answers.material, one, day) for one in inside}
    found = pieces_of(dataset, (admin1,), {one: _state(answer, day) for one, answer in told.items()})
    if not found:
        return Paragraph((t("definitions.none"),))

    def in_words(piece: Piece) -> str:
        return answer_in_words(dataset, told[piece.admin2_id])

    name = t(f"definitions.name.{word_of(key)}")
    says = t("definitions.maps_alt", map=title, definition=name, states=_said(dataset, found, in_words))
    return Figure(case_map(dataset, day, found, in_words), says, title=name)


def _said(dataset: Dataset, found: list[Piece], in_words: Told) -> str:
    """'Taliban, control: Rukha, Bazarak; NRF, contested: Dara'."""
    groups = grouped(found, in_words)
    return series(
        t("method.cases_group", state=words, names=listed(piece_name(dataset, one) for one in group))
        for words, group in groups
    )


def _state(answer: Answer, day: str) -> State:
    """An answer as a state to be drawn, as on the map: a claim in its strokes, no answer in its own; never faded."""
    status, basis = answer.as_drawn
    return State(
        controller=answer.controller,
        status=status,
        basis=basis,
        certainty="",
        last_confirmed=day,
        claim_ids=answer.claim_ids,
        told_by="assessed",
        partial=False,
    )
