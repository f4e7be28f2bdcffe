"""A source as a reader meets it: what it is, how it was read, where it can be opened."""

from __future__ import annotations

from collections.abc import Iterable

from geo.reading.content import Away, Block, Box, Link, Paragraph, Part
from geo.reading.html import is_web_address
from geo.record.load import Dataset
from geo.record.records import Source
from geo.wording.text import t
from geo.wording.words import reading_in_words, source_in_words


def source_blocks(dataset: Dataset, source: Source, is_linked: bool = True) -> tuple[Block, ...]:
    """One source: its name as a link where its page is known, and what is known of it.

    Parameters
    ----------
    is_linked : whether a way leads to what rests on it.
    """
    page = source["url"] or ""
    lead = Paragraph((Away(source_in_words(source), page),))
    kind = t("sources.of_kind", kind=t(f"kind.{source['kind']}"), lang=t(f"sources.lang.{source['lang']}"))
    lines = [source["source_id"], kind, reading_in_words(dataset, source)]
    parts: list[Part] = [t("list.dot").join(lines if is_web_address(page) else [*lines, t("sources.no_address")])]
    if is_web_address(source["archive_url"] or ""):
        parts += [t("list.dot"), Away(t("sources.open_archive"), source["archive_url"] or "")]
    if is_linked:
        parts += [t("list.dot"), Link(t("sources.record"), "sources", {"source": source["source_id"], "event": None})]
    return lead, Paragraph(tuple(parts), is_quiet=True)


def source_box(dataset: Dataset, source_ids: Iterable[str]) -> Box:
    """Some sources in one frame."""
    sources = dataset.by_id("sources")
    return Box(tuple(block for source_id in source_ids for block in source_blocks(dataset, sources[source_id])))
