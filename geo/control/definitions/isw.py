"""By ISW's and the Critical Threats Project's published rule, applied by us: assessed control; what is only claimed apart.

What it says: a side controls an area where it keeps up physical influence that prevents its use by an enemy. Where forces
have advanced along roads the area between is theirs too, and small parties left behind do not count against it. What is
assessed and what is claimed are shown apart. It is of a war of manoeuvre: its makers say that they map insurgencies otherwise.
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
from geo.control.rules import SPECIFICITY, Record


def decide(material: Material, area_id: str, day: str) -> Answer:
    """The finest assessment, inferences among them; a claim of a finer area, if one side only makes it, is shown as claimed."""
    claims = material.holding(area_id, day)
    assessed = first_in_rank([claim for claim in claims if claim["basis"] == "assessed" and claim["certainty"] != "D"])
    if assessed is None:
        return cannot_say("not_assessed", claims)
    finer = [claim for claim in claims if claim["basis"] == "claimed" and _is_finer(claim, assessed)]
    claim = first_in_rank(finer)
    finest = at_least_as_fine(finer, claim) if claim else []
    if len({one["controller"] for one in finest}) > 1:
        return cannot_say("claims_apart", finest)
    if claim and claim["controller"] != assessed["controller"]:
        return names_holder(claim, CLAIMED, "only_claimed")
    if assessed["status"] == CONTROL:
        return names_holder(assessed, CONTROL, "assessed")
    return names_holder(assessed, CONTESTED, "neither_keeps_out")


def _is_finer(claim: Record, other: Record) -> bool:
    return SPECIFICITY[claim["area_type"]] > SPECIFICITY[other["area_type"]]


WORKED = (
    ("AF-PAN-shutul", "2021-09-02", "taliban (claimed)"),
    ("AF-PAN-bazarak", "2021-09-03", "nrf (control)"),
    ("AF-PAN-bazarak", "2021-09-06", "taliban (control)"),
    ("AF-PAN-khenj-hese-awal", "2021-09-13", "taliban (contested)"),
    ("AF-BGL-puli-hisar", "2021-08-25", "unknown (unknown)"),
    ("AF-PAN-khenj-hese-awal", "2022-05-06", "nrf (claimed)"),
)
