"""A source as a reader meets it: what it is, how it was read, where it can be opened."""

from __future__ import annotations

from collections.abc import Iterable

from geo.reading.content import Away, Block, Box, Link, Paragraph, Part
from geo.reading.html import is_web_address
from geo.reading.letters import ARABIC
from geo.record.load import Dataset
from geo.record.records import Source
from geo.wording.lists import dotted
from geo.wording.text import t
from geo.wording.words import publisher_in_words, reading_in_words

#: Languages that are written in Arabic letters.
RTL = ("ar", "fa", "ps", "ur")


def source_blocks(dataset: Dataset, source: Source, is_linked: bool = True) -> tuple[Block, ...]:
    """One source: its name as a link where its page is known, and what is known of it.

    Parameters
    ----------
    is_linked : whether a way leads to what rests on it.
    """
    page = source["url"] or ""
    lead = Paragraph((publisher_in_words(source), t("list.colon"), Away(source["title"], page, title_lang(source))))
    kind = t("sources.of_kind", kind=t(f"kind.{source['kind']}"), lang=t(f"sources.lang.{source['lang']}"))
    lines = [source["source_id"], kind, reading_in_words(dataset, source)]
    parts: list[Part] = [dotted(lines if is_web_address(page) else [*lines, t("sources.no_address")])]
    if is_web_address(source["archive_url"] or ""):
        parts += [t("list.dot"), Away(t("sources.open_archive"), source["archive_url"] or "")]
    if is_linked:
        parts += [t("list.dot"), Link(t("sources.record"), "sources", {"source": source["source_id"], "event": None})]
    return lead, Paragraph(tuple(parts), is_quiet=True)


def title_lang(source: Source) -> str:
    """The language of a title, '' where it is that of the page: in English, or a description of ours in brackets."""
    is_described = source["title"].startswith("[") or (source["lang"] in RTL and not ARABIC.search(source["title"]))
    return "" if source["lang"] == "en" or is_described else source["lang"]


def source_box(dataset: Dataset, source_ids: Iterable[str]) -> Box:
    """Some sources in one frame."""
    sources = dataset.by_id("sources")
    return Box(tuple(block for source_id in source_ids for block in source_blocks(dataset, sources[source_id])))
