"""The quality page as a whole: its sections in their order, with the ways to them; made once for every edition."""

from __future__ import annotations

from collections.abc import Iterable

from geo.control.timeline import Timeline
from geo.queries.coverage import coverage
from geo.queries.integrity import Report, report
from geo.queries.samples import samples
from geo.reading.content import Beside, Block, Contents, Paragraph, Section, Within
from geo.reading.coverage import coverage_blocks
from geo.reading.quality import MIXES, duplicates, files, mix, reliance, undated, unresolved
from geo.reading.reference.quarters import both_blocks
from geo.reading.samples import sample_blocks
from geo.record.load import Dataset
from geo.reference.load import Reference
from geo.wording.text import t


def quality_blocks(timeline: Timeline, reference: Reference | None) -> tuple[Block, ...]:
    """What a reader can rely on, coverage, breakdowns; the files last.

    Parameters
    ----------
    reference : UCDP's rows beside the record; without them the page says so.
    """
    dataset = timeline.dataset
    found, quarters = report(dataset), coverage(timeline)
    sections = (
        Section(t("quality.rely"), (*reliance(dataset, found, quarters), *_sampled()), anchor="rely"),
        Section(t("quality.coverage"), coverage_blocks(dataset, quarters), anchor="coverage"),
        Section(t("quality.reference"), _beside(dataset, reference), anchor="reference"),
        Section(t("quality.section.breakdowns"), _breakdowns(dataset, found), anchor="breakdowns"),
        duplicates(dataset, found),
        unresolved(dataset, found),
        undated(dataset),
        files(dataset, found),
    )
    return (_contents(sections), *sections)


def _contents(sections: Iterable[Section]) -> Contents:
    ways = tuple(Within(t(f"quality.section.{one.anchor}"), one.anchor) for one in sections)
    return Contents(t("reading.contents"), ways)


def _sampled() -> tuple[Block, ...]:
    """What the last sample found; nothing where there is none."""
    checked = samples()
    return (Section(t("samples.title"), sample_blocks(checked)),) if checked else ()


def _beside(dataset: Dataset, reference: Reference | None) -> tuple[Block, ...]:
    return both_blocks(dataset, reference) if reference else (Paragraph((t("quality.reference_none"),)),)


def _breakdowns(dataset: Dataset, found: Report) -> tuple[Block, ...]:
    mixes = Beside(tuple((mix(dataset, found, heading),) for heading in MIXES))
    return mixes, Paragraph((t("quality.kinds_note"),), is_quiet=True)
