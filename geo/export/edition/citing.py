"""How a page of the edition is cited: in words, and in the forms that programs read."""

from __future__ import annotations

from geo.export.edition.frame import Edition
from geo.queries.versions import released_on
from geo.reading.content import Code, Paragraph, Section
from geo.wording.cite import Citation, Reading
from geo.wording.text import t


def reading_of(edition: Edition, address: str) -> Reading:
    """Where a page is read, as far as the edition knows where it lies; nobody knows when."""
    here = f"{edition.origin}{address}" if edition.origin else None
    return Reading(here, released_on=released_on(edition.dataset.version))


def citation_section(title: str, citation: Citation, level: int = 3) -> Section:
    """A citation as text, and folded in as BibTeX and CSL."""
    forms = (("bibtex", citation.bibtex), ("csl", citation.csl))
    folded = tuple(Section(t(f"cite.{key}"), (Code(text),), level=4, is_folded=True) for key, text in forms)
    return Section(title, (Paragraph((citation.text,)), *folded), level=level)
