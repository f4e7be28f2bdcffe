"""The shipped stories: every sentence rests on records, every step is a view that the map can show."""

import pytest

from geo.control.timeline import Timeline
from geo.reading.lesson import lesson
from geo.record.load import load
from geo.record.problems import DataError
from geo.wording.story import STORIES, load_stories, read_story


@pytest.fixture(scope="module")
def dataset():
    return load()


def test_every_sentence_rests_on_records(dataset):
    stories = load_stories(dataset)
    assert {"panjshir-2021", "ground-to-attacks", "maps-in-the-documents"} <= set(stories)
    for story in stories.values():
        assert story.title and story.intro and len(story.steps) > 5
        assert all(sentence.record_ids for step in story.steps for sentence in step.sentences)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[EV-2021-0003]", "", "every sentence ends with its records"),
        ("[EV-2021-0003]", "[EV-2021-9999]", "EV-2021-9999 is not in the record"),
        ("date: 2021-08-15", "date: 1400-05-24", "needs a date"),
        ("extent: country", "extent: moon", "'moon' is not one of"),
    ],
)
def test_a_fault_in_a_story_is_told(dataset, tmp_path, old, new, message):
    text = (STORIES / "panjshir-2021.md").read_text("utf-8")
    assert old in text
    path = tmp_path / "broken.md"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=message):
        read_story(path, dataset)


def test_the_lessons_answers_follow_the_record(dataset):
    line = Timeline(dataset)
    questions = lesson(line)
    assert len(questions) == 5
    assert all(question.question and question.answer and question.way.label for question in questions)
    changes = line.changes("2021-08-16", "2021-09-06", areas=["AF-BGL-dih-salah"])
    assert questions[1].answer.startswith(f"{len(changes)} times: on ")
