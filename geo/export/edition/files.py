"""All files of the edition but its map: each path with what makes it, for a folder of files and for a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from geo.address.key_values import worksheets
from geo.address.paths import PAGE_FILES, file_address
from geo.export.edition import actors, claims, classes, compare, records, stories
from geo.export.edition.about import downloads_page, method_page, quality_page
from geo.export.edition.definitions import definitions_page
from geo.export.edition.frame import Edition
from geo.export.edition.kept import MISSING, missing_page
from geo.export.edition.provinces import province_index, province_page
from geo.queries.sources import resting
from geo.record.load import public_sources
from geo.record.spans import years_of
from geo.wording.language import speaking

#: What makes the text of a file.
Make = Callable[[], str]


def edition_files(edition: Edition) -> dict[str, Make]:
    """Every file by its path from the edition's root."""
    with speaking(edition.lang):
        made = {file: partial(make, file) for file, make in _pages(edition)} | dict(_pictures(edition))
    return {file: partial(_in, edition.lang, make) for file, make in made.items()}


def _in(lang: str, make: Make) -> str:
    with speaking(lang):
        return make()


def _pages(edition: Edition) -> Iterator[tuple[str, Callable[[str], str]]]:
    """Each page: where it lies, and what makes it for that place."""
    yield from _whole_pages(edition)
    dataset = edition.dataset
    for admin1 in dataset.by_id("provinces"):
        yield file_address("provinces", {"province": admin1}), partial(province_page, edition, admin1)
    for year in years_of(dataset.first_day, dataset.last_day):
        yield file_address("events", {"year": year}), partial(records.year_page, edition, year)
    for event in dataset.public_events:
        yield file_address("events", {"event": event["event_id"]}), partial(records.event_page, edition, event)
    for actor_id in dataset.by_id("actors"):
        yield file_address("actors", {"actor": actor_id}), partial(actors.actor_page, edition, actor_id)
    for sheet in worksheets(dataset):
        yield file_address("classes", {"sheet": sheet}), partial(classes.sheet_page, edition, sheet)
    for claim in dataset.records("control_claims"):
        yield file_address("claims", {"claim": claim["claim_id"]}), partial(claims.claim_page, edition, claim)
    for file, versions in claims.version_files(edition).items():
        yield file, partial(claims.version_page, edition, versions)
    yield from _source_pages(edition)
    for story in stories.stories_of(dataset).values():
        yield file_address("story", {"id": story.story_id}), partial(stories.story_page, edition, story)


def _whole_pages(edition: Edition) -> Iterator[tuple[str, Callable[[str], str]]]:
    """The pages that there is one of."""
    makers = {
        "provinces": province_index,
        "events": records.event_index,
        "compare": compare.compare_page,
        "story": stories.story_index,
        "actors": actors.actor_index,
        "classes": classes.sheet_index,
        "quality": quality_page,
        "method": method_page,
        "definitions": definitions_page,
        "claims": claims.claim_index,
        "versions": claims.version_index,
        "downloads": downloads_page,
    }
    if not edition.assets.on_stick:
        yield MISSING, partial(missing_page, edition)
    for page, make in makers.items():
        yield PAGE_FILES[page], partial(make, edition)


def _source_pages(edition: Edition) -> Iterator[tuple[str, Callable[[str], str]]]:
    rests, sources = resting(edition.dataset), public_sources(edition.dataset)
    for part in range(1, records.parts_of_sources(sources) + 1):
        file = file_address("sources", {"part": str(part) if part > 1 else None})
        yield file, partial(records.source_list, edition, sources, rests, part)
    for source in sources:
        source_id = source["source_id"]
        file = file_address("sources", {"source": source_id})
        yield file, partial(records.source_record, edition, source, rests[source_id])


def _pictures(edition: Edition) -> Iterator[tuple[str, Make]]:
    """The pictures that pages show until the live map is there."""
    for key in compare.KEYS:
        yield compare.picture_name(key), partial(compare.side_picture, edition, key)
    for story in stories.stories_of(edition.dataset).values():
        for number, step in enumerate(story.steps):
            yield stories.picture_name(story, number), partial(stories.step_picture, edition, step)
