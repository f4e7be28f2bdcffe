"""The method note in its parts, and what stands beside it: contradictions, versions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from geo.beside import beside
from geo.control.hard_cases import contradicted_claims, contradicted_events
from geo.queries.versions import versions
from geo.reading.content import Beside, Column, Link, Paragraph, Points, Section, Table, number, text
from geo.reading.event_page import event_line
from geo.reading.province_words import NOTHING
from geo.reading.sources_page import claim_line
from geo.record.load import Dataset
from geo.wording.catalogues import own_texts, standing
from geo.wording.dates import plain_date
from geo.wording.language import DOCS, language, note
from geo.wording.language import FIRST as FIRST_LANGUAGE
from geo.wording.text import t

#: The parts of the method that stand open.
OPEN = ("scope-and-limits", "how-an-area-is-held-status", "who-makes-this-and-how-to-correct-us")
#: The parts of the page that are no part of the note, by their anchors.
BESIDE = ("hard-cases-on-the-map", "contradictions", "rules-against-harm", "version-and-how-to-cite")
#: The part of a release that tells of the record.
ABOUT_DATA = re.compile(r"^### Data\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
LOCAL_LINK = re.compile(r"\[([^\]]*)\]\((?!https?://)[^)]*\)")
#: So many rows are shown until the reader asks for all.
FIRST = 8
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A part of a note: its heading ('' before the first one), its anchor, its Markdown."""

    title: str
    anchor: str
    markdown: str


def method_note() -> str:
    """The method note as Markdown."""
    return note("method.md")


def method_parts() -> list[Part]:
    """The method note in its parts; the anchors are those of the English one, so that links hold in every language."""
    return parts_of(method_note(), (DOCS / "method.md").read_text("utf-8"))


def ethics_note() -> str:
    """The rules against harm as Markdown, without their heading; links to files of ours keep their words only."""
    return LOCAL_LINK.sub(r"\1", re.sub(r"\A# .*\n", "", note("ethics.md")))


def translation() -> str:
    """How the words came into the language that is spoken, and how to help; nothing in English."""
    lang = language()
    if lang == FIRST_LANGUAGE:
        return ""
    found, own = standing(lang), len(own_texts(lang))
    return t("method.language_text", name=t("locale.name"), reviewed=own - found.not_reviewed, all=own, lang=lang)


def data_changes() -> str:
    """What the changelog says of the record, newest release first."""
    return changes(beside("CHANGELOG.md").read_text("utf-8"))


def changes(text: str) -> str:
    """What a changelog says of the record, newest release first; links keep their words only."""
    return LINK.sub(r"\1", "\n".join(part.strip() for part in ABOUT_DATA.findall(text)))


def parts_of(text_of_note: str, original: str | None = None) -> list[Part]:
    """A note of ours cut at its second headings, without its first one.

    Parameters
    ----------
    original : the note of which this is a translation: its headings give the anchors, so that links hold in every language.
    """
    lead, *rest = HEADING.split(re.sub(r"\A# .*\n", "", text_of_note))
    named = HEADING.findall(original or text_of_note)
    titles = zip(named, rest[::2], rest[1::2], strict=True)
    parts = (Part(title, anchor_of(name), body.strip()) for name, title, body in titles)
    return [Part("", "", lead.strip()), *parts]


def anchor_of(title: str) -> str:
    """'How to cite' as 'how-to-cite'."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))


def contradictions(dataset: Dataset) -> Beside:
    """Events graded disputed or refuted, and control claims of certainty D, each a way to where it is shown."""
    events, claims = contradicted_events(dataset), contradicted_claims(dataset)
    event_points = Points(tuple(event_line(event) for event in events))
    claim_points = Points(tuple(claim_line(dataset, claim) for claim in claims))
    return Beside(
        (
            (Section(t("method.events", count=len(events)), (event_points,), is_folded=True),),
            (Section(t("method.claims", count=len(claims)), (claim_points,), is_folded=True),),
        )
    )


def versions_section(dataset: Dataset) -> Section:
    """The versions of the data, the newest first."""
    rows = versions()
    known = rows if any(version == dataset.version for version, _ in rows) else [(dataset.version, ""), *rows]
    columns = (Column(t("method.column.version")), Column(t("method.column.released")))
    cells = tuple((text(version), text(plain_date(day) if day else NOTHING, day)) for version, day in known)
    title = t("method.versions")
    way = Paragraph((Link(t("versions.open"), "versions", {"event": None}),))
    return Section(title, (Table(columns, cells, title, first=FIRST), way), level=4)


def touched_section(dataset: Dataset) -> Section:
    """One row a day on which public events were entered or last revised, the newest first."""
    events = dataset.public_events
    entered = Counter(event["recorded_on"] for event in events)
    revised = Counter(event["revised_on"] for event in events if event["revised_on"])
    columns = (
        Column(t("method.column.day")),
        Column(t("method.column.entered"), is_number=True),
        Column(t("method.column.revised"), is_number=True),
    )
    rows = tuple(
        (text(plain_date(day), day), number(entered[day], ""), number(revised[day], ""))
        for day in sorted({*entered, *revised}, reverse=True)
    )
    note = Paragraph((t("method.touched_note", count=len(events), version=dataset.version),), is_quiet=True)
    title = t("method.touched")
    return Section(title, (note, Table(columns, rows, title, first=FIRST)), level=4)
