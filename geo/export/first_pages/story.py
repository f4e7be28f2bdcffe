"""The first answer of a story: its step's map as a true picture, what it tells and on which records, the ways to other steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.address.view import ViewState, to_query
from geo.control.timeline import Timeline
from geo.export.drawing.extents import box_of
from geo.export.drawing.scene import scene_of
from geo.export.edition.first_markup import areas_table
from geo.export.first_pages.frame import choice, figure, href, page_markup
from geo.export.first_pages.maps import page_maps, page_picture
from geo.export.first_picture import layers_of
from geo.export.first_words import FirstWords
from geo.mercator import at_left
from geo.reading.content import Block, Link, Paragraph, Points, Section
from geo.reading.html import html_of
from geo.reading.record_ways import record_ways
from geo.record.load import DATA_DIR, Dataset
from geo.record.schema import COUNTRY
from geo.wording.language import in_language_of
from geo.wording.story import AskedStep, shown_in_words
from geo.wording.text import t

#: Width and height of the drawing, in pixels of the page.
SIZE = (924, 520)


@in_language_of(1)
def first_story(
    timeline: Timeline, view: ViewState, asked: AskedStep, words: FirstWords, data_dir: Path = DATA_DIR
) -> str:
    """The page of a step, as markup.

    Parameters
    ----------
    view : the reader's, which the links keep.
    words : of the step's own view (`first_words`).

    Raises
    ------
    ValueError
        For a day outside the period of the record.
    """
    dataset, step = timeline.dataset, asked.step
    title = t("first.picture", day=words.date, sentence=words.sentence)
    is_part = step.extent != "country"
    extent = box_of(dataset, step.extent) if is_part else COUNTRY
    maps = page_maps(timeline, step.view, [step.view.date], extent, SIZE, data_dir, at_left)
    picture = page_picture(maps, layers_of(maps, scene_of(timeline, step.view)), SIZE, title)
    query = to_query(view, dataset)
    told = "".join(html_of(blocks, lambda link: href(query, link)) for blocks in _told(dataset, asked))
    chosen = choice(t("story.choose"), asked.story.title)
    shown = f'<div class="sides">{figure(picture, is_central=is_part)}<div class="told">{chosen}{told}</div></div>'
    more = html_of(_steps(asked), lambda link: href(query, link))
    return page_markup("story", t("story.title"), shown, more + areas_table(words))


def _told(dataset: Dataset, asked: AskedStep) -> Iterator[list[Block]]:
    """The text of a step: what its map shows, then each sentence with the records that it rests on."""
    step = asked.step
    intro: list[Block] = [Paragraph((asked.story.intro,), is_quiet=True)] if asked.number == 0 else []
    way = Link(t("story.on_map"), "", to_query(step.view, dataset))
    yield [*intro, Section(step.title, (Paragraph((shown_in_words(step),), is_quiet=True), Paragraph((way,))))]
    for sentence in step.sentences:
        yield [Paragraph((sentence.text,)), Paragraph(record_ways(dataset, sentence.record_ids), is_quiet=True)]


def _steps(asked: AskedStep) -> list[Block]:
    """All steps of the story, each with its own address."""
    story = asked.story
    ways = [
        Link(t("story.numbered", number=number, title=step.title), "story", {"id": story.story_id, "step": str(number)})
        for number, step in enumerate(story.steps, start=1)
    ]
    note = Paragraph((t("first.noscript.story"),), is_quiet=True)
    return [note, Section(t("story.steps", count=len(ways)), (Points(tuple((way,) for way in ways)),))]
