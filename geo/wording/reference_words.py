"""UCDP's rows in words: title, what a card tells of one, where and when, credit; in the browser: `web/reference/card.js`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.record.load import Dataset
from geo.reference.find import coverage_of
from geo.reference.load import Reference
from geo.wording.dates import in_words, plain_date
from geo.wording.lists import dotted, listed, series
from geo.wording.text import t
from geo.wording.words import area_names, range_in_words

Row = Mapping[str, Any]


def title_of(row: Row) -> str:
    """'Government of Afghanistan – NRF: 1 killed (1–2)', as UCDP names the sides."""
    killed = range_in_words(row["low"], row["high"])
    return t("reference.row", a=row["side_a"], b=row["side_b"], best=row["best"], range=killed)


def facts_of(dataset: Dataset, row: Row) -> list[tuple[str, str]]:
    """What a card tells of a row, each with its label."""
    start, end = row["date_start"], row["date_end"]
    same = in_words(start) if start == end else t("card.span", start=plain_date(start), end=plain_date(end))
    killed = range_in_words(row["low"], row["high"])
    return [
        (t("card.when"), t("words.remark", told=same, remark=t(f"date.{row['date_prec']}"))),
        (
            t("card.where"),
            t("words.remark", told=place_of(dataset, row), remark=t(f"reference.where.{row['where_prec']}")),
        ),
        (t("card.kind"), t(f"reference.violence.{row['type_of_violence']}")),
        (t("reference.killed"), t("reference.killed_words", best=row["best"], range=killed)),
        (t("reference.status"), series([row["code_status"], t(f"reference.clarity.{row['event_clarity']}")])),
        (t("reference.source"), _article(row)),
        (t("reference.release"), dotted([row["release"], row["ucdp_id"]])),
    ]


def place_of(dataset: Dataset, row: Row) -> str:
    """UCDP's name of the place, and our province at it."""
    return listed([row["where_coordinates"], area_names(dataset, [row["admin1"]]) if row["admin1"] else None])


def credit_of(reference: Reference) -> str:
    """Whom to credit, under which licence, and the version of the rows that are here."""
    cites = sorted({release["cite"] for release in reference.releases})
    return t("reference.credit", version=reference.version, cites=dotted(cites))


def remark_of(reference: Reference, first: str, last: str) -> str:
    """Credit in one line for what stands alone, and how much of some days a release covers whole."""
    releases = listed(release["release"] for release in reference.releases)
    covered = t(f"reference.covered_{coverage_of(reference, first, last)}")
    return t("reference.remark", releases=releases, version=reference.version, covered=covered)


def _article(row: Row) -> str:
    day = plain_date(row["source_date"]) if row["source_date"] else None
    head, headline = listed([row["source_office"], day]), row["source_headline"]
    return t("words.labelled", label=head, told=headline) if head and headline else head or headline or ""
