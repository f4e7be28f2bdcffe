"""The pages of claims over territory, and of the versions of the record."""

from __future__ import annotations

from geo.address.paths import file_address
from geo.export.edition.citing import citation_section, reading_of
from geo.export.edition.frame import Edition, framed
from geo.export.edition.records import intro
from geo.queries.releases.history import changes_between, steps
from geo.reading.claim_page import claim_blocks, claims_table, first_day_way
from geo.reading.content import Link, Paragraph
from geo.reading.versions_page import changes_blocks, history_section, versions_blocks
from geo.record.records import ControlClaim
from geo.wording.cite import cite_claim
from geo.wording.text import t
from geo.wording.words import claim_in_words


def claim_index(edition: Edition, file: str) -> str:
    """The list of all claims."""
    table = claims_table(edition.dataset, edition.dataset.records("control_claims"))
    body = [intro(t("claims.intro")), edition.html(file, table)]
    return framed(edition, file, t("claims.title"), body, about=t("claims.intro"))


def claim_page(edition: Edition, claim: ControlClaim, file: str) -> str:
    """The record of one claim, with ways to the list and to the map, its history, and how to cite it."""
    dataset = edition.dataset
    ways = Paragraph((Link(t("claims.back"), "claims"), t("list.dot"), first_day_way(dataset, claim)))
    citation = citation_section(t("cite.claim"), cite_claim(claim, dataset, reading_of(edition, file)))
    blocks = (ways, *claim_blocks(dataset, claim), *history_section(dataset, claim["claim_id"]), citation)
    title = t("claims.one", id=claim["claim_id"])
    return framed(edition, file, title, [edition.html(file, *blocks)], about=claim_in_words(dataset, claim))


def version_index(edition: Edition, file: str) -> str:
    """The list of released versions."""
    body = [intro(t("versions.intro")), edition.html(file, *versions_blocks(edition.dataset))]
    return framed(edition, file, t("versions.title"), body, about=t("versions.intro"))


def version_files(edition: Edition) -> dict[str, tuple[str, str]]:
    """Where it is told what changed from each kept version to the next, and which two versions these are."""
    return {file_address("versions", {"new": new}): (old, new) for old, new in steps(edition.dataset)}


def version_page(edition: Edition, versions: tuple[str, str], file: str) -> str:
    """What changed from one version to another."""
    old, new = versions
    title = t("versions.changes", old=old, new=new)
    back = Paragraph((Link(t("versions.title"), "versions"),))
    blocks = changes_blocks(edition.dataset, changes_between(edition.dataset, old, new))
    return framed(edition, file, title, [edition.html(file, back, *blocks)], about=title)
