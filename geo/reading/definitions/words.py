"""What a definition is called, what it answers of a district and why, in words; an answer as a cell of a table."""

from __future__ import annotations

from geo.control.definitions.answer import CLAIMED, UNKNOWN, Answer
from geo.control.definitions.cases import HardCase
from geo.control.rules import Holding
from geo.reading.content import Cell
from geo.record.load import Dataset
from geo.wording.change import holding_in_words
from geo.wording.dates import plain_date
from geo.wording.sentence import actor_in_text
from geo.wording.text import t
from geo.wording.words import area_names


def answer_in_words(dataset: Dataset, answer: Answer) -> str:
    """'NRF, contested'; 'claimed by NRF, not confirmed'; 'cannot say'."""
    if answer.status == UNKNOWN:
        return t("definitions.answer.unknown")
    if answer.status == CLAIMED:
        return t("definitions.answer.claimed", holder=actor_in_text(dataset, answer.controller))
    return holding_in_words(dataset, Holding(answer.controller, answer.status))


def answer_cell(dataset: Dataset, answer: Answer) -> Cell:
    """The answer as a cell."""
    return Cell((answer_in_words(dataset, answer),), is_unknown=not answer.is_decided)


def why_in_words(answer: Answer) -> str:
    """Which step of the definition says so."""
    return t(f"definitions.why.{answer.why}")


def case_title(dataset: Dataset, case: HardCase) -> str:
    """'Bazarak, 6 September 2021'."""
    return t("definitions.case", area=area_names(dataset, [case.district]), day=plain_date(case.day))
