"""What kind of event an attack of the Global Terrorism Database is: by type of attack, targets and weapons together."""

from __future__ import annotations

from functools import cache

from geo.ingest.cells import Cells
from geo.ingest.kinds import Kind
from geo.publishers.codes import code_table

ARMED, CIVILIAN = "armed", "civilian"
#: Attacks whose means decide: with explosives they are explosions, else fights or violence against civilians.
_BY_MEANS = (1, 2, 8, 9)
BOMBING, EXPLOSIVES = 3, 6
#: A chemical that an explosion spreads; poison that is given is no explosion.
CHEMICAL_BOMB = (2, 30)
_DEFAULT = "remote_explosive_landmine_ied"


def kind_of(cells: Cells) -> tuple[Kind, bool | None]:
    """Type and sub-type, and whether civilians were the target (None where the targets are not known)."""
    who = _targets(cells)
    attack = cells.number("attacktype1") or 0
    means = _means(cells, attack)
    civilians = True if CIVILIAN in who else False if ARMED in who else None
    if means and (attack == BOMBING or attack in _BY_MEANS):
        return ("explosions", means), civilians
    kind = _attacks().get((attack, ARMED in who), (None, None))
    return kind, True if kind[0] == "violence_against_civilians" else civilians


def _targets(cells: Cells) -> set[str]:
    """Who was attacked, over all three targets: armed, civilian, unknown; the finer code counts."""
    found = set()
    for n in (1, 2, 3):
        kind, finer = cells.number(f"targtype{n}"), cells.number(f"targsubtype{n}")
        if who := _who().get((kind, finer)) or _who().get((kind, None)):
            found.add(who)
    return found


def _means(cells: Cells, attack: int) -> str | None:
    """The sub-type of an explosion by the weapons used, the first that tells more than 'explosives'."""
    if cells.number("suicide") == 1 and attack in (*_BY_MEANS, BOMBING):
        return "suicide_bomb"
    weapons = [(cells.number(f"weaptype{n}"), cells.number(f"weapsubtype{n}")) for n in (1, 2, 3, 4)]
    found = [sub for weapon in weapons if (sub := _weapon().get(weapon) or _weapon().get((weapon[0], None)))]
    if attack == BOMBING:
        return next((sub for sub in found if sub != _DEFAULT), _DEFAULT)
    return found[0] if found and (weapons[0][0] == EXPLOSIVES or weapons[0] == CHEMICAL_BOMB) else None


@cache
def _attacks() -> dict[tuple[int, bool], Kind]:
    rows = code_table("gtd_attacks")
    civil = {(int(row["code"]), False): (row["type"] or None, row["sub_type"] or None) for row in rows}
    armed = {(int(row["code"]), True): (row["type_if_armed"] or None, row["sub_type_if_armed"] or None) for row in rows}
    return civil | armed


@cache
def _who() -> dict[tuple[int | None, int | None], str]:
    rows = code_table("gtd_targets")
    return {(int(row["targtype"]), int(row["targsubtype"]) if row["targsubtype"] else None): row["who"] for row in rows}


@cache
def _weapon() -> dict[tuple[int | None, int | None], str]:
    rows = code_table("gtd_weapons")
    return {
        (int(row["weaptype"]), int(row["weapsubtype"]) if row["weapsubtype"] else None): row["sub_type"] for row in rows
    }
