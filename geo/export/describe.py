"""The record described for search engines and catalogues: schema.org's Dataset, and links in the heads of pages."""

from __future__ import annotations

from html import escape
from typing import Any

from geo.answers.index import FEED, JSONLD, OPENAPI
from geo.browser.bundle import for_json_element
from geo.record.geojson import dumps
from geo.record.load import Dataset
from geo.record.schema import LAT_RANGE, LON_RANGE
from geo.wording.cite import AUTHOR, DATA_TITLE, LICENCE
from geo.wording.language import FIRST
from geo.wording.text import t

CONTEXT = "https://schema.org/"
#: Answers that hold the whole of something, by what they are.
WHOLE = (
    ("events.geojson", "application/geo+json"),
    ("claims.json", "application/json"),
    ("sources.json", "application/json"),
    ("changes.json", "application/json"),
)
#: The country with its edges, as schema.org writes a box: south west north east.
BOX = f"{LAT_RANGE[0]:g} {LON_RANGE[0]:g} {LAT_RANGE[1]:g} {LON_RANGE[1]:g}"


def described(dataset: Dataset, root: str = "") -> dict[str, Any]:
    """schema.org's Dataset; `root` leads from where it stands to the root of all answers."""
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": DATA_TITLE,
        "description": f"{t('app.tagline')} {t('export.meaning.events')}",
        "version": dataset.version,
        "license": LICENCE.rpartition(" ")[2],
        "isAccessibleForFree": True,
        "inLanguage": FIRST,
        "creator": {"@type": "Organization", "name": AUTHOR},
        "temporalCoverage": f"{dataset.first_day}/{dataset.last_day}",
        "spatialCoverage": {
            "@type": "Place",
            "name": "Afghanistan",
            "geo": {"@type": "GeoShape", "box": BOX},
        },
        "keywords": ["Afghanistan", "armed conflict", "territorial control", "event data"],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{root}{name}", "encodingFormat": kind} for name, kind in WHOLE
        ],
    }


def links_in_head(root: str) -> list[str]:
    """Where programs find the feed, the description of the data and of the answers."""
    links = (
        ("alternate", "application/atom+xml", FEED, t("feed.link")),
        ("describedby", "application/ld+json", JSONLD, ""),
        ("service-desc", "application/json", OPENAPI, ""),
    )
    return [
        f'<link rel="{rel}" type="{kind}" href="{escape(root + name)}"{f" title={chr(34)}{escape(title)}{chr(34)}" if title else ""}>'
        for rel, kind, name, title in links
    ]


def in_head(dataset: Dataset, root: str) -> list[str]:
    """The same links, and the description itself: as data, which is no script to a browser."""
    data = for_json_element(dumps(described(dataset, root)))
    return [*links_in_head(root), f'<script type="application/ld+json">{data}</script>']
