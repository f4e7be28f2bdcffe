"""Only what is confirmed by two independent origins: our grade A, and nothing below it. A rule of ours, published here."""

from __future__ import annotations

from geo.control.definitions.answer import Answer, Material, cannot_say, first_in_rank, names_holder

GRADE, ORIGINS = "A", 2


def decide(material: Material, area_id: str, day: str) -> Answer:
    """The claim that goes before the others, if it is confirmed itself; a wider one does not confirm it."""
    first = first_in_rank([claim for claim in material.holding(area_id, day) if claim["certainty"] != "D"])
    if first is None:
        return cannot_say("no_claim")
    if first["certainty"] != GRADE or material.origins[first["claim_id"]] < ORIGINS:
        return cannot_say("not_confirmed", [first])
    return names_holder(first, first["status"], "confirmed_twice")


WORKED = (
    ("AF-BGL-dih-salah", "2021-08-23", "unknown (unknown)"),
    ("AF-PAN-bazarak", "2021-09-05", "unknown (unknown)"),
    ("AF-PAN-bazarak", "2021-09-06", "taliban (control)"),
    ("AF-PAN-rukha", "2021-09-06", "unknown (unknown)"),
    ("AF-PAN-khenj-hese-awal", "2022-05-06", "taliban (control)"),
)
