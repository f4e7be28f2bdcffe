"""Words for kinds of events, as data sets and people write them, to our types and sub-types (which are ACLED's)."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.ingest.cells import Cells
from geo.record.schema import EVENT_TYPES

Kind = tuple[str | None, str | None]
_TYPE_OF = {sub: kind for kind, subs in EVENT_TYPES.items() for sub in subs}

#: Names that differ from ours, ACLED's of today and before -> our type.
TYPES = {
    "battle": "battles",
    "fighting": "battles",
    "explosions_remote_violence": "explosions",
    "explosion": "explosions",
    "remote_violence": "explosions",
    "protest": "protests",
    "riot": "riots",
    "strategic_development": "strategic_developments",
    "violence_against_civilian": "violence_against_civilians",
}
#: The same for sub-types; ACLED's older event types too.
SUB_TYPES = {
    "other_development": "other",
    "armed_clashes": "armed_clash",
    "clash": "armed_clash",
    "clashes": "armed_clash",
    "battle_no_change_of_territory": "armed_clash",
    "battle_government_regains_territory": "government_regains_territory",
    "battle_non_state_actor_overtakes_territory": "non_state_actor_overtakes_territory",
    "battle_non_state_actors_overtake_territory": "non_state_actor_overtakes_territory",
    "suicide_attack": "suicide_bomb",
    "suicide_bombing": "suicide_bomb",
    "bombing": "remote_explosive_landmine_ied",
    "ied": "remote_explosive_landmine_ied",
    "mine": "remote_explosive_landmine_ied",
    "landmine": "remote_explosive_landmine_ied",
    "shelling": "shelling_artillery_missile",
    "shelling_artillery_missile_attack": "shelling_artillery_missile",
    "airstrike": "air_drone_strike",
    "air_strike": "air_drone_strike",
    "drone_strike": "air_drone_strike",
    "abduction": "abduction_forced_disappearance",
    "kidnapping": "abduction_forced_disappearance",
    "arrest": "arrests",
    "looting": "looting_property_destruction",
    "excessive_force_against_protestors": "excessive_force_against_protesters",
    "non_violent_transfer_of_control": "non_violent_transfer_of_territory",
}
_CIVILIANS = "violence_against_civilians"


def acled_kind(kind: str | None, sub_kind: str | None) -> Kind:
    """Type and sub-type from two cells; what is not known is None, and a sub-type alone gives its type."""
    found, sub_found = one_kind(kind), one_kind(sub_kind)
    kind_known = found[0] or sub_found[0]
    sub_known = sub_found[1] or found[1]
    if sub_known and kind_known and _TYPE_OF[sub_known] != kind_known:
        sub_known = None
    return kind_known, sub_known


def kind_of(cells: Cells) -> Kind:
    """Type and sub-type of a row with `event_type` and `sub_event_type`; words that are not known stay for `extra`."""
    words, sub_words = cells.text("event_type"), cells.text("sub_event_type")
    kind, sub_kind = acled_kind(words, sub_words)
    if one_kind(words) == (None, None):
        cells.give_back("event_type")
    if one_kind(sub_words)[1] is None or sub_kind != one_kind(sub_words)[1]:
        cells.give_back("sub_event_type")
    return kind, sub_kind


@lru_cache(maxsize=4096)
def one_kind(words: str | None) -> Kind:
    """Type and sub-type that some words name."""
    name = re.sub(r"[^a-z]+", "_", (words or "").lower()).strip("_")
    if name == "attack":
        return _CIVILIANS, "attack"
    kind = name if name in EVENT_TYPES else TYPES.get(name)
    sub_kind = name if name in _TYPE_OF else SUB_TYPES.get(name)
    return (_TYPE_OF[sub_kind], sub_kind) if sub_kind else (kind, None)
