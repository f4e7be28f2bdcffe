"""The pages about the record: how far it can be relied on, how it is made, what may be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geo.export.edition.citing import citation_section, reading_of
from geo.export.edition.downloads import REPLAY
from geo.export.edition.frame import Edition, framed
from geo.export.edition.kept import TOLD, WORKER, keep_section
from geo.export.edition.records import intro
from geo.export.notes import english_html, note_html
from geo.reading.content import Contents, Paragraph, Section, Within
from geo.reading.definitions.ways import way_from_method
from geo.reading.hard_cases import case_blocks
from geo.reading.method import (
    BESIDE,
    OPEN,
    Part,
    contradictions,
    data_changes,
    ethics_note,
    method_parts,
    touched_section,
    translation,
    versions_section,
)
from geo.reading.quality_page import quality_blocks
from geo.wording.cite import cite_dataset
from geo.wording.dates import span_in_words
from geo.wording.text import t


def quality_page(edition: Edition, file: str) -> str:
    """What a reader can rely on, coverage, breakdowns; the files last."""
    blocks = quality_blocks(edition.timeline, edition.reference)
    return framed(edition, file, t("quality.title"), [intro(t("quality.intro")), edition.html(file, *blocks)])


# --- method -------------------------------------------------------------------------------


def method_page(edition: Edition, file: str) -> str:
    """The method note, its hard cases as maps, contradictions, the rules against harm, versions and how to cite."""
    dataset = edition.dataset
    lead, *parts = method_parts()
    days = span_in_words(dataset.first_day, dataset.last_day)
    note = t("method.contradictions_note", days=days, version=dataset.version)
    cases, contradicted, ethics, version = BESIDE
    told = translation()
    blocks = (
        Section(t("method.cases"), (*case_blocks(edition.timeline), way_from_method()), anchor=cases),
        Section(t("method.contradictions"), (Paragraph((note,), is_quiet=True), contradictions(dataset)), contradicted),
    )
    cited = (
        citation_section(t("cite.dataset"), cite_dataset(dataset, reading_of(edition, "")), level=4),
        versions_section(dataset),
        touched_section(dataset),
    )
    body = [
        _note(lead.markdown),
        edition.html(file, _contents(parts)),
        edition.html(file, Paragraph((t("known.only_in_app"),), is_quiet=True)),
        *(_part(edition, part) for part in parts),
        edition.html(file, *blocks),
        _folded(ethics, t("method.ethics"), _note(ethics_note())),
        *(
            [edition.html(file, Section(t("method.language"), (Paragraph((told,)),), anchor="translation"))]
            if told
            else []
        ),
        edition.html(file, Section(t("method.version"), cited, anchor=version)),
        f"<details><summary>{escape(t('method.changes'))}</summary>{english_html(_note(data_changes()))}</details>",
    ]
    return framed(edition, file, t("method.title"), body)


def _part(edition: Edition, part: Part) -> str:
    """A part of the note; the longer reading is folded in."""
    if part.anchor not in OPEN:
        return _folded(part.anchor, part.title, _note(part.markdown))
    said = t("method.contact", contact=edition.contact) if edition.contact else t("method.no_contact")
    contact = f"<p>{escape(said)}</p>" if part.anchor == OPEN[-1] else ""
    return f'<section><h3 id="{part.anchor}">{escape(part.title)}</h3>{_note(part.markdown)}{contact}</section>'


def _folded(anchor: str, title: str, inside: str) -> str:
    return f'<details><summary><h3 id="{anchor}">{escape(title)}</h3></summary>{inside}</details>'


def _note(markdown: str) -> str:
    return f'<div class="note">{note_html(markdown)}</div>'


def _contents(parts: Sequence[Part]) -> Contents:
    keys = ("cases", "contradictions", "ethics", "version")
    own = [Within(t(f"method.{key}"), anchor) for key, anchor in zip(keys, BESIDE, strict=True)]
    return Contents(t("reading.contents"), (*(Within(part.title, part.anchor) for part in parts), *own))


# --- downloads ----------------------------------------------------------------------------


def downloads_page(edition: Edition, file: str) -> str:
    """What may be taken away, by kind, with the licence and how to cite it."""
    parts = [_downloads(heading, edition) for heading in edition.downloads]
    citation = citation_section(t("cite.dataset"), cite_dataset(edition.dataset, reading_of(edition, "")))
    licence = f'<p class="intro">{escape(t("edition.licence", version=edition.dataset.version))}</p>'
    intro_line, cited = intro(t("edition.downloads_intro")), edition.html(file, citation)
    if edition.assets.on_stick:  # it is on a device already
        return framed(edition, file, t("edition.downloads"), [intro_line, *parts, licence, cited])
    told = {"worker": edition.file(WORKER), "told": edition.file(TOLD)}
    facts = {"assets": {"texts": edition.files(file)["texts"]}} | told
    body = [intro_line, keep_section(), *parts, licence, cited]
    return framed(edition, file, t("edition.downloads"), body, scripts=("keep",), facts=facts)


def _downloads(heading: str, edition: Edition) -> str:
    items = "".join(
        f'<li><a href="{escape(edition.file(one.address) if one.address == REPLAY else one.address)}">{escape(one.label)}</a></li>'
        for one in edition.downloads[heading]
    )
    return f'<div class="reading"><h3>{escape(t(heading))}</h3><ul>{items}</ul></div>'
