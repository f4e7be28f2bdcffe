"""Where events lie: points checked, then joined to district and province; without a point by the names stated."""

from __future__ import annotations

from typing import Any, NamedTuple

import shapely

from geo.ingest.crs import looks_projected
from geo.ingest.event import BY_NAME, BY_POINT, Event
from geo.ingest.names import Gazetteer, Match
from geo.ingest.notes import Notes
from geo.ingest.result import Joined, RowRejected, shown
from geo.queries.join import BORDER_KM, districts_at
from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.record.schema import COUNTRY, KM_PER_DEGREE, LAT_RANGE, LON_RANGE, WHERE_PRECISIONS

_CODES_OF_COUNTRY = frozenset({"af", "afg", "4", "04", "004"})
#: Any name that holds one of these is the country's, however it styles itself.
_NAMES_OF_COUNTRY = ("afghanistan", "afganistan", "afghanestan", "افغانستان")
DISTRICT, PROVINCE, FUZZY, WHOLE_COUNTRY = 3, 4, 5, 6
MAX_LISTED = 20


def check_country(event: Event) -> None:
    """Set the event to ISO 3166-1; sets it aside when it is of another country."""
    stated = normalise(str(event["country"] or "")).removesuffix(".0")
    own = not stated or stated in _CODES_OF_COUNTRY or any(name in stated for name in _NAMES_OF_COUNTRY)
    if not own:
        raise RowRejected("country", "country", event["country"])
    event["country"] = COUNTRY


def check_point(event: Event, swap: bool) -> bool:
    """Whether the point had to be exchanged (only when the reader said so); sets aside what can't be right."""
    if event["point"] is None:
        return False
    lon, lat = event["point"]
    stated = f"lat {lat}, lon {lon}"
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise RowRejected("projected" if looks_projected(lon, lat) else "coordinate_range", "point", stated)
    if inside(lon, lat):
        return False
    if not inside(lat, lon):
        raise RowRejected("outside", "point", stated)
    if not swap:
        raise RowRejected("swapped", "point", stated)
    event["point"] = [lat, lon]
    return True


def inside(lon: float, lat: float) -> bool:
    """Whether a point lies in the country's surroundings."""
    return LON_RANGE[0] <= lon <= LON_RANGE[1] and LAT_RANGE[0] <= lat <= LAT_RANGE[1]


class FoundPlace(NamedTuple):
    """Where a point lies: district, province; or abroad."""

    admin2: str | None = None
    admin1: str | None = None
    abroad: bool = False


NOWHERE = FoundPlace()


class Joiner:
    """Joins events one by one, after the points of all have been looked up at once; counts what it did."""

    def __init__(self, dataset: Dataset, names: dict[str, str], notes: Notes) -> None:
        self._notes = notes
        self.gazetteer = Gazetteer(dataset)
        self._dataset = dataset
        self._confirmed = {normalise(name): area for name, area in names.items()}
        self.joined = Joined()
        self._doubtful: dict[tuple[str, str], dict[str, Any]] = {}

    def look_up(self, events: list[Event]) -> list[FoundPlace]:
        """District and province of each event's point; None where it has none or lies in no district."""
        placed = [number for number, event in enumerate(events) if event["point"]]
        found = [NOWHERE] * len(events)
        if placed:
            points = [events[number]["point"] for number in placed]
            at = districts_at(points, self._dataset)
            abroad = self._abroad(points, at)
            for number, areas, away in zip(placed, at, abroad, strict=True):
                found[number] = FoundPlace(*areas, abroad=away)
        return found

    def _abroad(self, points: list[Any], at: list[tuple[str | None, str | None]]) -> list[bool]:
        """Whether each point lies in no district and farther from the country than boundaries are drawn coarsely."""
        outside = [number for number, (_, admin1) in enumerate(at) if admin1 is None]
        answer = [False] * len(points)
        if outside:
            country = shapely.union_all(list(self._dataset.shapes("provinces").values()))
            shapely.prepare(country)
            away = shapely.distance(shapely.points([points[number] for number in outside]), country) * KM_PER_DEGREE
            for number, distance in zip(outside, away.tolist(), strict=True):
                answer[number] = distance > BORDER_KM
        return answer

    def join(self, event: Event, by_point: FoundPlace) -> None:
        """Set province and district of an event.

        Raises
        ------
        RowRejected
            When it has no point and its names mean no area, or only perhaps.
        """
        exact = event["point"] is not None and event["where_precision"] <= DISTRICT
        if by_point.abroad and exact:
            lon, lat = event["point"]
            raise RowRejected("outside", "point", f"lat {lat}, lon {lon}")
        if exact and by_point.admin1:
            event |= {"admin2_id": by_point.admin2, "admin1": by_point.admin1, "joined_by": BY_POINT}
            self._note_disagreement(event)
        elif event["where_precision"] < WHOLE_COUNTRY:
            self._by_name(event, by_point)
        self._coarsen(event)
        self._count(event)

    def finish(self) -> Joined:
        """What was joined how, with the doubtful names in the order of how often they stand."""
        self.joined.doubtful = sorted(self._doubtful.values(), key=lambda row: (-row["count"], row["name"]))
        self.joined.by_province = dict(sorted(self.joined.by_province.items()))
        return self.joined

    def _by_name(self, event: Event, by_point: FoundPlace) -> None:
        province = self._area(event, event["stated_admin1"], None)
        within = province.area_id if province else None
        fine = event["where_precision"] <= DISTRICT
        district = self._area(event, event["stated_admin2"], within, is_district=True) if fine else None
        if district:
            event |= {"admin2_id": district.area_id, "admin1": self.gazetteer.province_of[district.area_id]}
        elif province:
            event["admin1"] = province.area_id
            self._note_district(event, province.area_id, fine)
        if match := district or province:
            event |= {"joined_by": BY_NAME, "join_score": match.score}
        elif event["point"] and by_point.admin1:
            event |= {"admin1": by_point.admin1, "joined_by": BY_POINT}
        elif by_point.abroad:
            raise RowRejected("outside", "point", shown(event["point"]))
        elif event["point"] is None:
            self._refuse(event)

    def _note_district(self, event: Event, admin1: str, fine: bool) -> None:
        """Tell that a district was named and only the province could be used."""
        if not fine or not (name := event["stated_admin2"]):
            return
        elsewhere = self.gazetteer.district(name, None)
        stated = f"{name}, {event['stated_admin1']}"
        if elsewhere and elsewhere.sure and self.gazetteer.province_of[elsewhere.area_id] != admin1:
            self._notes.add(
                "district_elsewhere", event["row"], f"{stated} → {self.gazetteer.name_of(elsewhere.area_id)}"
            )
        else:
            self._notes.add("district_unknown", event["row"], stated)

    def _area(self, event: Event, name: str | None, admin1: str | None, is_district: bool = False) -> Match | None:
        """The area that a name means, when that is sure or confirmed; a doubtful one is listed.

        What the reader confirmed is an answer for the rows that were asked about: not for those whose name is sure,
        nor for those that state another province.
        """
        if not name:
            return None
        match = self.gazetteer.district(name, admin1) if is_district else self.gazetteer.province(name)
        if match and match.sure:
            return match
        known = self.gazetteer.districts if is_district else self.gazetteer.provinces
        confirmed = self._confirmed.get(normalise(name))
        if confirmed in known and admin1 in (None, self.gazetteer.province_of.get(confirmed, admin1)):
            return Match(confirmed, confirmed, 100, sure=True)
        if match:
            self._ask(event, name, match, is_district)
        return None

    def _ask(self, event: Event, name: str, match: Match, is_district: bool) -> None:
        row = self._doubtful.setdefault(
            (name, match.area_id),
            {
                "name": name,
                "level": "district" if is_district else "province",
                "proposed": match.area_id,
                "proposed_name": self.gazetteer.name_of(match.area_id),
                "score": match.score,
                "alike": [{"id": area, "name": self.gazetteer.name_of(area)} for area in match.alike],
                "count": 0,
                "rows": [],
            },
        )
        row["count"] += 1
        row["rows"] = [*row["rows"], event["row"]][:MAX_LISTED]

    def _refuse(self, event: Event) -> None:
        stated = event["stated_admin2"] or event["stated_admin1"]
        field = "district" if event["stated_admin2"] else "province"
        if not stated:
            raise RowRejected("place_missing")
        doubtful = {name for name, _ in self._doubtful}
        raise RowRejected("place_doubtful" if stated in doubtful else "place_unknown", field, stated)

    def _coarsen(self, event: Event) -> None:
        """No finer than is known: without a point the district or province; a point that stands for more is put away."""
        if event["point"] is None:
            least = DISTRICT if event["admin2_id"] else PROVINCE if event["admin1"] else WHOLE_COUNTRY
            event["where_precision"] = max(event["where_precision"], least)
        elif event["where_precision"] > DISTRICT:
            event["extra"] = event["extra"] | {"stated point": event["point"]}
            event["point"] = None
            self._notes.add("point_stands_in", event["row"], WHERE_PRECISIONS[event["where_precision"]])

    def _note_disagreement(self, event: Event) -> None:
        stated = event["stated_admin1"]
        match = self.gazetteer.province(stated) if stated else None
        if match and match.sure and match.area_id != event["admin1"]:
            self.joined.disagreeing += 1
            row = {"row": event["row"], "stated": match.area_id, "joined": event["admin1"]}
            self.joined.disagree = [*self.joined.disagree, row][:MAX_LISTED]

    def _count(self, event: Event) -> None:
        self.joined.by_point += event["joined_by"] == BY_POINT
        self.joined.by_name += event["joined_by"] == BY_NAME
        self.joined.none += event["joined_by"] is None
        if event["admin1"]:
            counts = self.joined.by_province
            counts[event["admin1"]] = counts.get(event["admin1"], 0) + 1
