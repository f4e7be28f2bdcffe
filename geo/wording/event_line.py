"""An event in a line that is made of its fields, in the reader's language; as `geo/browser/web/wording/event_line.js` has it."""

from __future__ import annotations

from geo.record.load import Dataset
from geo.record.records import Event
from geo.wording.dates import span_in_words
from geo.wording.lists import dotted, listed
from geo.wording.text import t
from geo.wording.words import actor_name, loss_in_words, place_in_words, sides_in_words

#: So many numbers of losses stand in a line, each with who tells it; the record has all.
MOST_LOSSES = 3


def event_line(dataset: Dataset, event: Event) -> str:
    """'Armed clash · NRF – Taliban · Andarab, Baghlan · 5 September 2021 · Taliban: 3 killed (the NRF) · claimed'."""
    return dotted(
        [
            t(f"subtype.{event['sub_event_type']}"),
            sides_in_words(event, lambda actor: actor_name(dataset, actor)),
            place_in_words(dataset, event),
            span_in_words(event["date_start"], event["date_end"]),
            *(_losses(dataset, event) or filter(None, [_speakers(event)])),
            t(f"verification.{event['verification']}"),
        ]
    )


def _losses(dataset: Dataset, event: Event) -> list[str]:
    """What claimants say of losses, each number with who says it."""
    told = [
        t("words.remark", told=loss_in_words(dataset, loss), remark=t(f"claimant.{claim['claimant']}"))
        for claim in event["claims"]
        for loss in claim["casualties"] or ()
    ]
    found = list(dict.fromkeys(told))
    return found if len(found) <= MOST_LOSSES else [*found[:MOST_LOSSES], "…"]


def _speakers(event: Event) -> str | None:
    """According to whom it is told; nothing where nobody affirms it."""
    who = dict.fromkeys(claim["claimant"] for claim in event["claims"] if claim["stance"] == "affirms")
    return t("sources.claim_by", who=listed(t(f"claimant.{one}") for one in who)) if who else None
