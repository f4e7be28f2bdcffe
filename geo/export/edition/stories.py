"""Stories: each step with its text, the records it rests on, and its day as a picture until the live map is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from html import escape

from geo.address.paths import root_of
from geo.address.view import to_query
from geo.export.edition.frame import Edition, framed
from geo.export.edition.page_facts import page_facts
from geo.export.edition.records import intro
from geo.export.first_picture import first_picture
from geo.reading.content import Block, Link, Paragraph, Section
from geo.reading.lesson import lesson
from geo.reading.record_ways import record_ways
from geo.record.load import Dataset
from geo.record.problems import DataError
from geo.record.schema import COUNTRY
from geo.wording.dates import in_words
from geo.wording.layer_sentence import view_sentence
from geo.wording.story import Step, Story, load_stories, named_events, shown_in_words
from geo.wording.text import t


def stories_of(dataset: Dataset) -> dict[str, Story]:
    """The stories by id; none for a record that lacks what they rest on."""
    try:
        return load_stories(dataset)
    except DataError:
        return {}


def story_index(edition: Edition, file: str) -> str:
    """All stories, each with what it tells, and the lesson."""
    stories = stories_of(edition.dataset)
    asked = (_lesson(edition),) if stories else ()
    unreadable = () if stories else (Paragraph((t("story.unreadable"),)),)
    blocks = [
        Section(one.title, (Paragraph((one.intro,)), Paragraph((_way(one, t("edition.read_story")),))))
        for one in stories.values()
    ]
    return framed(edition, file, t("story.title"), [edition.html(file, *unreadable, *blocks, *asked)])


def _way(story: Story, label: str) -> Link:
    return Link(label, "story", {"id": story.story_id})


def _lesson(edition: Edition) -> Section:
    """Five questions; each answer is worked out from the record as it stands."""
    asked = tuple(
        Section(one.question, (Paragraph((one.answer,)), Paragraph((one.way,))), level=4, is_folded=True)
        for one in lesson(edition.timeline)
    )
    note = Paragraph((t("lesson.note", version=edition.dataset.version),), is_quiet=True)
    return Section(t("lesson.title"), (note, *asked), anchor="lesson")


def story_page(edition: Edition, story: Story, file: str) -> str:
    """A story; its script puts the live map beside the steps, in place of their pictures."""
    dataset, first = edition.dataset, story.steps[0].view
    steps = [{**asdict(one.view), "highlight": named_events(dataset, one), "shows": one.extent} for one in story.steps]
    facts = page_facts(dataset, first) | {"assets": edition.files(file), "root": root_of(file), "steps": steps}
    told = "".join(_step(edition, story, number, file) for number in range(len(story.steps)))
    stage = (
        f'<div class="stage" hidden><div id="map" role="application" aria-label="{escape(t("app.map_label"))}"></div>'
        f'<div id="legend" role="region" tabindex="0" aria-label="{escape(t("legend.control"))}"></div></div>'
    )
    every = edition.html(file, Paragraph((Link(t("edition.all_stories"), "story"),)))
    body = [intro(story.intro), f'<div class="told">{stage}<div class="steps">{told}</div></div>', every]
    return framed(edition, file, story.title, body, about=story.intro, scripts=("story",), facts=facts)


def picture_name(story: Story, number: int) -> str:
    """The file of the picture of a step."""
    return f"stories/{story.story_id}-{number + 1}.svg"


def step_picture(edition: Edition, step: Step) -> str:
    """The day of a step as a picture."""
    extent = COUNTRY if step.extent == "country" else step.extent
    return first_picture(edition.timeline, step.view, _says(edition, step), extent=extent).wide


def _says(edition: Edition, step: Step) -> str:
    return t("first.picture", day=in_words(step.view.date), sentence=view_sentence(edition.timeline, step.view))


def _step(edition: Edition, story: Story, number: int, file: str) -> str:
    step = story.steps[number]
    caption = shown_in_words(step)
    picture = root_of(file) + edition.stamped(picture_name(story, number))
    at = escape(t("story.step", step=number + 1, count=len(story.steps)))
    return (
        f'<section class="step" id="step-{number + 1}"><p class="at">{at}</p><h3>{escape(step.title)}</h3>'
        f'<figure><img src="{picture}" width="1000" height="620" loading="lazy" alt="{escape(_says(edition, step))}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
        f"{edition.html(file, *_said(edition, step))}</section>"
    )


def _said(edition: Edition, step: Step) -> Iterator[Block]:
    """The sentences, each with what it rests on, and the way to the map."""
    dataset = edition.dataset
    for sentence in step.sentences:
        yield Paragraph((sentence.text,))
        yield Paragraph(record_ways(dataset, sentence.record_ids), is_quiet=True)
    yield Paragraph((Link(t("story.on_map"), "", to_query(step.view, dataset)),))
