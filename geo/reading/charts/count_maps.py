"""Maps shaded by how many records there are: all provinces, to choose one; the districts of a province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.reading.charts.labels import WantedLabel, placed
from geo.reading.charts.outlines import DrawnAreas, Outline, box_and_outline, drawn_areas, touched
from geo.reading.charts.paint import fill_key, ramp_of, shaded
from geo.reading.charts.scales import steps_of
from geo.reading.drawings import Area, Key, SmallMap
from geo.reading.province_words import NOTHING, Row, count_or_none
from geo.record.load import Dataset
from geo.record.records import Province
from geo.wording.language import name_of
from geo.wording.layer_words import steps_in_words
from geo.wording.text import in_digits, t

#: The widths of the two maps as they are designed, and how high they may be, in px.
PROVINCES_PX, DISTRICTS_PX = (560, 460), (460, 420)
#: So many of the busiest provinces are named first, then the largest.
NAMED_BUSIEST = 8
#: A district's name is written on the map when the district has at least this share of the province.
NAMED_SHARE = 0.08


@dataclass(frozen=True)
class Provinces:
    """The provinces on their map, drawn and touched: the same for all counts of a version of the data."""

    land: DrawnAreas
    outlines: dict[str, Outline]


def provinces_of(dataset: Dataset) -> Provinces:
    """The provinces on their map, to be drawn with any counts."""
    land = drawn_areas({row.record["admin1"]: row.geometry or {} for row in dataset.tables["provinces"]}, *PROVINCES_PX)
    outlines = [box_and_outline(area, land.size) for area in touched(list(land.shapes.values()))]
    return Provinces(land, dict(zip(land.shapes, outlines, strict=True)))


def province_map(dataset: Dataset, provinces: Provinces, counts: Mapping[str, int], chosen: str | None) -> SmallMap:
    """All provinces by number of records, each a way to its page.

    Parameters
    ----------
    counts : records by the code of the province.
    """
    land, at = provinces.land, provinces.outlines
    fills, keys = _shades(counts)
    names = {province["admin1"]: name_of(province) for province in dataset.records("provinces")}
    ranked = _ranked(dataset, counts)
    wishes = [
        WantedLabel(*land.place_pct(p["label_lon"], p["label_lat"]), (name_of(p),), land.shapes[p["admin1"]])
        for p in ranked
    ]
    labels = dict(zip((p["admin1"] for p in ranked), placed(wishes, land.size), strict=True))
    areas = tuple(
        Area(
            says=t("chart.told", name=names[code], count=count_or_none(counts.get(code))),
            query={"province": code, "district": None, "event": None},
            box=at[code].box,
            outline=at[code].corners,
            label=labels[code],
            is_chosen=code == chosen,
        )
        for code in sorted(names, key=names.__getitem__)
    )
    svg = shaded(land, {code: fills.get(counts.get(code, 0)) for code in land.shapes}, chosen)
    return SmallMap(svg, land.size, areas=areas, page="provinces", keys=keys)


def district_map(dataset: Dataset, rows: Sequence[Row]) -> SmallMap:
    """The districts of a province by number of records, with the number in each, and its name where there is room."""
    geometries = {row.record["admin2_id"]: row.geometry for row in dataset.tables["districts"]}
    land = drawn_areas({row["admin2_id"]: geometries[row["admin2_id"]] or {} for row in rows}, *DISTRICTS_PX)
    fills, keys = _shades({row["admin2_id"]: row["events"] for row in rows})
    least = NAMED_SHARE * sum(row["area_km2"] for row in rows)
    places = dataset.by_id("districts")
    wishes = []
    for row in sorted(rows, key=lambda row: -row["area_km2"]):
        place = land.place_pct(places[row["admin2_id"]]["label_lon"], places[row["admin2_id"]]["label_lat"])
        count = in_digits(row["events"]) if row["events"] else NOTHING
        lines = (row["name"], count) if row["area_km2"] >= least else (count,)
        wishes.append(WantedLabel(*place, lines, land.shapes[row["admin2_id"]]))
    labels = tuple(label for label in placed(wishes, land.size) if label)
    return SmallMap(
        shaded(land, {row["admin2_id"]: fills.get(row["events"]) for row in rows}), land.size, labels, keys=keys
    )


def _shades(counts: Mapping[str, int]) -> tuple[dict[int, str], tuple[Key, ...]]:
    """The shade of each count that is there, and the keys of all shades; no record has none."""
    steps = steps_of(list(counts.values()))
    ramp = ramp_of(len(steps))
    fills = {count: ramp[sum(step <= count for step in steps) - 1] for count in counts.values() if count}
    keys = [Key(label, svg=fill_key(fill)) for label, fill in zip(steps_in_words(steps), ramp, strict=True)]
    return fills, (*(keys if fills else []), Key(t("provinces.no_record"), svg=fill_key(None)))


def _ranked(dataset: Dataset, counts: Mapping[str, int]) -> list[Province]:
    """The busiest provinces first, then the largest."""
    provinces = dataset.records("provinces")
    busiest = sorted((p for p in provinces if counts.get(p["admin1"])), key=lambda p: -counts[p["admin1"]])[
        :NAMED_BUSIEST
    ]
    return [*busiest, *sorted((p for p in provinces if p not in busiest), key=lambda p: -p["area_km2"])]
