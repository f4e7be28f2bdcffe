"""Stories: steps with a day, a view and a text in which every sentence names the records it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.address.keys import InvalidParam, read_key
from geo.address.view import ViewState, from_query
from geo.beside import beside
from geo.record.load import Dataset
from geo.record.problems import DataError, Problem
from geo.style.layers import LAYERS
from geo.wording.dates import in_words
from geo.wording.text import t

STORIES = beside("stories")
EXTENTS = ("country", "panjshir")
#: What a step may say of its view, as an address does; and where the map looks.
STEP_KEYS = ("date", "window", "perspective", "layer", "presence", "type", "actor", "grade", "extent")
RECORD_ID = re.compile(r"(?:EV-20\d\d|CC|PR|ST)-\d{4}")
#: A sentence and the records in brackets after it.
SENTENCE = re.compile(r"\s*(?P<text>[^\[\]]+?)\s*\[(?P<ids>[^\]]*)\]")


@dataclass(frozen=True)
class Sentence:
    """One sentence and the ids of the records it rests on."""

    text: str
    record_ids: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One step of a story: what the map shows, and what is said of it."""

    title: str
    view: ViewState
    extent: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Story:
    """A story: its id is the name of its file."""

    story_id: str
    title: str
    intro: str
    steps: tuple[Step, ...]


def load_stories(dataset: Dataset, folder: Path = STORIES) -> dict[str, Story]:
    """All stories of a folder by id, in the order of their first days.

    Raises
    ------
    DataError
        When a step lacks its day, a sentence names no record, or a record does not exist.
    """
    stories = [read_story(path, dataset) for path in sorted(folder.glob("*.md"))]
    return {story.story_id: story for story in sorted(stories, key=lambda story: story.steps[0].view.date)}


@dataclass(frozen=True)
class AskedStep:
    """A step that an address asks for, counted from 0; `no_story`, `no_step`: what it asks for is not there, another stands in."""

    story: Story
    number: int
    no_story: bool = False
    no_step: bool = False

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.story.steps[self.number]


def asked_step(query: Mapping[str, str], stories: Mapping[str, Story], dataset: Dataset) -> AskedStep:
    """The story and step that an address asks for with `id` and `step`; what it can't mean falls back."""
    invalid: list[InvalidParam] = []
    first = next(iter(stories))
    wanted = read_key(query, "id", first, dataset, invalid, "story")
    no_story = bool(invalid) or wanted not in stories
    story, invalid = stories[first if no_story else wanted], []
    number = int(read_key(query, "step", "1", dataset, invalid, "story"))
    last = len(story.steps)
    return AskedStep(story, min(number, last) - 1, no_story, bool(invalid) or number > last)


def shown_in_words(step: Step) -> str:
    """What the map of a step shows: day, perspective or layer, window."""
    view = step.view
    perspective = t(f"perspective.{view.perspective}" if view.layer == LAYERS[0] else f"layer.{view.layer}")
    return t("story.shown", day=in_words(view.date), perspective=perspective, window=t(f"window.{view.window}"))


def read_story(path: Path, dataset: Dataset) -> Story:
    """One story file: `# title`, an introduction, then steps `## title`, `key: value` lines, a paragraph."""
    head, *parts = path.read_text("utf-8").split("\n## ")
    title, _, intro = head.removeprefix("# ").partition("\n")
    problems: list[Problem] = []
    steps = [_step(part, path.name, dataset, problems) for part in parts]
    if problems:
        raise DataError(problems)
    return Story(path.stem, title.strip(), " ".join(intro.split()), tuple(steps))


def named_events(dataset: Dataset, step: Step) -> list[str]:
    """The events that a step names and readers may see, by id, in its order."""
    named = dict.fromkeys(record_id for sentence in step.sentences for record_id in sentence.record_ids)
    return [record_id for record_id in named if record_id in dataset.public_by_id]


def _step(part: str, name: str, dataset: Dataset, problems: list[Problem]) -> Step:
    title, _, rest = part.partition("\n")
    lines = rest.strip().splitlines()
    settings = dict(line.split(": ", 1) for line in lines if re.match(rf"({'|'.join(STEP_KEYS)}): ", line))
    text = " ".join(line for line in lines if line and line.split(":")[0] not in STEP_KEYS)

    def wrong(message: str) -> None:
        problems.append(Problem(f"stories/{name}", 0, title, "", "story", message))

    extent = settings.pop("extent", "country")
    if extent not in EXTENTS:
        wrong(f"extent {extent!r} is not one of {', '.join(EXTENTS)}")
    view, refused = from_query(settings, dataset)
    if "date" not in settings or refused:
        wrong(f"needs a date and values that an address may have; refused: {[r.key for r in refused]}")
    sentences = tuple(_sentences(text, wrong))
    known = _record_ids(dataset)
    for record_id in {record_id for sentence in sentences for record_id in sentence.record_ids} - known:
        wrong(f"{record_id} is not in the record")
    return Step(title.strip(), view, extent, sentences)


def _sentences(text: str, wrong: Callable[[str], None]) -> list[Sentence]:
    found = [
        Sentence(" ".join(match["text"].split()), tuple(RECORD_ID.findall(match["ids"])))
        for match in SENTENCE.finditer(text)
    ]
    rest = SENTENCE.sub("", text).strip()
    if rest or not found:
        wrong(f"every sentence ends with its records in brackets; not so: {rest[:60]!r}")
    for sentence in found:
        if not sentence.record_ids or ". " in sentence.text:
            wrong(f"each sentence has records of its own: {sentence.text[:60]!r}")
    return found


def _record_ids(dataset: Dataset) -> set[str]:
    return {
        record_id
        for name in ("events", "control_claims", "presence", "statistics")
        for record_id in dataset.by_id(name)
    }
