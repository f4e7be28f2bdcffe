"""Whom to credit for UCDP's rows, which releases they are from, and of which months how many there are can be told."""

from __future__ import annotations

from geo.reading.content import Paragraph
from geo.reading.province_words import silence_in_words
from geo.reference.load import Reference, months_covered
from geo.wording.lists import listed
from geo.wording.reference_words import credit_of
from geo.wording.text import t


def credit(reference: Reference) -> tuple[Paragraph, Paragraph]:
    """The releases with the months that they cover whole, and whom to credit."""
    return Paragraph((releases_in_words(reference),), is_quiet=True), Paragraph((credit_of(reference),), is_quiet=True)


def releases_in_words(reference: Reference) -> str:
    """Which releases are here, and the months that some release covers whole."""
    names = listed(release["release"] for release in reference.releases)
    covered = sorted(months_covered(reference))
    if not covered:
        return t("reference.releases_none", releases=names)
    return t("reference.releases", releases=names, months=silence_in_words(covered))
