"""Who holds a district over time by each definition: one strip a definition, in the signs of the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from geo.area_style import Sign, sign_of
from geo.control.definitions.answer import CONTESTED, Answer
from geo.control.definitions.over_time import AnswerSpan
from geo.reading.charts.control_strips import edge_of
from geo.reading.charts.scales import STRIPS_PX, day_ticks, place_of
from geo.reading.charts.tiles import key_svg, spell_style, tile_svg
from geo.reading.definitions.words import answer_in_words
from geo.reading.drawings import Key, Span, Strips
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.wording.dates import plain_date
from geo.wording.text import t

Rows = Mapping[str, Sequence[AnswerSpan]]


def definition_strips(dataset: Dataset, rows: Rows, start: str, last: str) -> Strips:
    """The strips of one district by the name of each definition, from a day to the last one that is drawn."""
    shown = {name: _joined([span for span in spans if span.start <= last]) for name, spans in rows.items()}
    answers = {str(span.answer): span.answer for spans in shown.values() for span in spans}
    signs = [_sign(answer) for answer in answers.values()]
    numbers = list(answers)
    return Strips(
        rows=tuple(
            (name, tuple(_span(dataset, name, span, numbers.index(str(span.answer)), (start, last)) for span in spans))
            for name, spans in shown.items()
        ),
        ticks=day_ticks(start, add_days(last, 1), STRIPS_PX),
        signs=tuple((tile_svg(sign), edge_of(sign)) for sign in signs),
        keys=tuple(
            Key(answer_in_words(dataset, answer), svg=key_svg(sign))
            for answer, sign in zip(answers.values(), signs, strict=True)
        ),
    )


def _joined(spans: Sequence[AnswerSpan]) -> list[AnswerSpan]:
    """The spans with those put together in which holder and status are the same, on whatever claims they rest."""
    groups = [list(group) for _, group in groupby(spans, key=lambda span: str(span.answer))]
    return [replace(group[0], end=group[-1].end) for group in groups]


def _sign(answer: Answer) -> Sign:
    """What the map paints: a claim in its own strokes, and so no answer."""
    return sign_of(spell_style(answer.controller, *answer.as_drawn))


def _span(dataset: Dataset, name: str, span: AnswerSpan, sign: int, days: tuple[str, str]) -> Span:
    start, after = days[0], add_days(days[1], 1)
    end = min(span.end or after, after)
    at = place_of(max(span.start, start), start, after)
    says = t(
        "chart.strip",
        name=name,
        state=answer_in_words(dataset, span.answer),
        start=plain_date(span.start),
        end=plain_date(end),
    )
    return Span(at, round(place_of(end, start, after) - at, 2), sign, says, is_thin=span.answer.status == CONTESTED)
