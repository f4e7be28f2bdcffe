"""The pages of a site for search engines (sitemaps.org): whole addresses, and the day of the record's last change."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from geo.record.load import Dataset

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NAME = "sitemap.xml"


def pages_of(names: Iterable[str], address: str) -> list[str]:
    """The whole addresses of the pages among the files of a site; that of `index.html` is its folder's."""
    pages = sorted(name for name in names if name.endswith(".html"))
    return [f"{address.rstrip('/')}/{name.removesuffix('index.html')}" for name in pages]


def sitemap(addresses: Iterable[str], dataset: Dataset) -> bytes:
    """The sitemap of some pages, by their whole addresses."""
    day = last_change(dataset)
    root = Element("urlset", xmlns=SPACE)
    for address in addresses:
        page = SubElement(root, "url")
        SubElement(page, "loc").text = address
        SubElement(page, "lastmod").text = day
    indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def last_change(dataset: Dataset) -> str:
    """The last day on which a public record was entered or revised."""
    records = [*dataset.public_events, *dataset.records("control_claims")]
    return max([*(max(one["recorded_on"], one["revised_on"] or "") for one in records), dataset.first_day])
