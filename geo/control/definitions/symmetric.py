"""Both sides by one test: whoever speaks, a claim counts as much as any other. A rule of ours, published here.

It looks at no grade, no basis and no speaker, so exchanging the sides exchanges the answers.
"""

from __future__ import annotations

from geo.control.definitions.answer import CONTESTED, CONTROL, Answer, Material, cannot_say, first_in_rank
from geo.control.rules import Record


def decide(material: Material, area_id: str, day: str) -> Answer:
    """Control where all claims of the district or its province name one side; contested where they name two, or say so."""
    claims = material.holding(area_id, day)
    told = [claim for claim in claims if claim["area_type"] != "country"] or claims
    first = first_in_rank(told)
    if first is None:
        return cannot_say("no_claim")
    ids = tuple(sorted(claim["claim_id"] for claim in told))
    if _is_one_side(told):
        return Answer(first["controller"], CONTROL, "one_side", ids)
    return Answer(first["controller"], CONTESTED, "both_sides", ids)


def _is_one_side(claims: list[Record]) -> bool:
    return len({claim["controller"] for claim in claims}) == 1 and all(c["status"] == CONTROL for c in claims)


WORKED = (
    ("AF-BGL-dih-salah", "2021-08-24", "nrf (contested)"),
    ("AF-PAN-bazarak", "2021-08-20", "nrf (control)"),
    ("AF-PAN-bazarak", "2021-09-03", "taliban (contested)"),
    ("AF-PAN-bazarak", "2021-09-13", "taliban (control)"),
    ("AF-PAN-khenj-hese-awal", "2022-05-06", "nrf (contested)"),
)
