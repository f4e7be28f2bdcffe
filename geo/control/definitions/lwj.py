"""By the Long War Journal's published rule, applied by us: centre and reports; a claim that is not verified is set apart.

What it says: a district is *controlled* where a side openly runs it, *contested* where one side has the centre and the other
much of what lies outside it, *unconfirmed* where a side claims it and nobody could verify that. It was written of the
Taliban against the government of that time; here it is used for any side against any.
"""

from __future__ import annotations

from geo.control.definitions.answer import (
    CLAIMED,
    CONTESTED,
    CONTROL,
    Answer,
    Material,
    at_least_as_fine,
    cannot_say,
    first_in_rank,
    names_holder,
)
from geo.control.rules import Record


def decide(material: Material, area_id: str, day: str) -> Answer:
    """Reports first (A or B, no inference of ours), then the centre, then what is said of parts, then claims beside them."""
    claims = material.holding(area_id, day)
    report = first_in_rank([claim for claim in claims if claim["basis"] == "assessed" and claim["certainty"] in "AB"])
    if report is None:
        return cannot_say("no_report")
    if report["status"] != CONTROL:
        return names_holder(report, CONTESTED, "reported_contested")
    centres = [claim for claim in claims if claim["centre_held_by"] and claim["certainty"] != "D"]
    centre = first_in_rank(at_least_as_fine(centres, report))
    if centre and centre["centre_held_by"] != report["controller"]:
        return names_holder(report, CONTESTED, "centre_apart")
    return _parts(report, claims)


def _parts(report: Record, claims: list[Record]) -> Answer:
    if report["exception"] and report["area_type"] == "district":
        return names_holder(report, CONTESTED, "parts_apart")
    others = [c for c in claims if c["basis"] == "claimed" and c["controller"] != report["controller"]]
    if claim := first_in_rank(at_least_as_fine(others, report)):
        return names_holder(claim, CLAIMED, "not_verified")
    if report["exception"] and report["area_type"] == "province":
        return cannot_say("parts_unnamed", [report])
    return names_holder(report, CONTROL, "reported")


WORKED = (
    ("AF-BGL-andarab", "2021-08-24", "taliban (contested)"),
    ("AF-PAN-shutul", "2021-09-02", "taliban (claimed)"),
    ("AF-PAN-bazarak", "2021-09-06", "taliban (contested)"),
    ("AF-PAN-rukha", "2021-09-06", "taliban (control)"),
    ("AF-PAN-paryan", "2021-09-07", "nrf (claimed)"),
    ("AF-BDS-shaki", "2022-10-03", "nrf (claimed)"),
)
