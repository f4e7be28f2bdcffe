"""The record as a program or a notebook asks it: `geo.open()`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.answers.columns import COLUMNS
from geo.answers.day import presence_of_day
from geo.answers.events import events_of
from geo.answers.problems import Refused
from geo.answers.questions import question_of
from geo.answers.record import Record, record_of
from geo.answers.rests import claims as claims_answer
from geo.answers.rests import sources_of_span
from geo.control.difference import difference, holding_words
from geo.export.tables import Query as TableQuery
from geo.export.tables import event_rows, provinces_table, zones_table
from geo.notebook.asked import Day, Values, pairs_for, sides_of
from geo.notebook.frames import frame_of, shaped_frame
from geo.record.load import DATA_DIR, load
from geo.wording.cite import LICENCE
from geo.wording.text import t

if TYPE_CHECKING:
    import folium
    import geopandas as gpd
    import pandas as pd
    from matplotlib.figure import Figure

    from geo.notebook.inline import InlineReplay


def opened(folder: str | Path | None = None) -> Replay:
    """The record of a folder; of the one that came with the package, where none is named. Raises `DataError`."""
    from geo.control.timeline import Timeline

    data_dir = Path(folder) if folder is not None else DATA_DIR
    return Replay(record_of(Timeline(load(data_dir)), data_dir), data_dir)


class Replay:
    """One version of the record.

    Days are text 'YYYY-MM-DD', `date`, `datetime` or `Timestamp`. A value that means nothing to the record is a
    ValueError that says what is allowed. Every table has `attrs`: data version, licence, credits.
    """

    def __init__(self, record: Record, data_dir: Path) -> None:
        self._record, self._data_dir = record, data_dir

    def __repr__(self) -> str:
        first, last = self.days
        return f"<Replay of {first} to {last}, data {self.version}>"

    @property
    def version(self) -> str:
        """The version of the data: to be cited."""
        return self._record.dataset.version

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day of the record."""
        return self._record.dataset.first_day, self._record.dataset.last_day

    def at(self, day: Day, perspective: str = "assessed") -> gpd.GeoDataFrame:
        """Who holds each district and named place at the end of a day in Kabul."""
        query = self._asked("at", date=day, perspective=perspective)
        table = zones_table(self._record.timeline, TableQuery(day=query["date"], perspective=query["perspective"]))
        return self._shaped("at", table.rows, table.geometries)

    def provinces(self, day: Day, perspective: str = "assessed") -> gpd.GeoDataFrame:
        """The share of each controller in each province at the end of a day; a row a province and controller."""
        query = self._asked("at", date=day, perspective=perspective)
        table = provinces_table(self._record.timeline, TableQuery(day=query["date"], perspective=query["perspective"]))
        return self._shaped("provinces", table.rows, table.geometries)

    def events(
        self, start: Day | None = None, end: Day | None = None, q: str | None = None, **filters: Values
    ) -> gpd.GeoDataFrame:
        """The public events of a span of days, by first day; all of them when nothing is asked.

        Parameters
        ----------
        q : words to search for, in any spelling.
        filters : type, grade, actor, area, precision, claimant, kind: a value, or a list of which one has to hold.
        """
        if unknown := set(filters) - set(FILTER_KEYS):
            raise TypeError(f"no filter {', '.join(sorted(unknown))}; there are {', '.join(FILTER_KEYS)}")
        query = self._asked("events", **{"from": start, "to": end, "q": q, **filters})
        rows, shapes = event_rows(self._record.dataset, events_of(self._record.timeline, query))
        return self._shaped("events", rows, shapes)

    def diff(
        self, first: Day, second: Day, perspective: str = "assessed", second_perspective: str | None = None
    ) -> gpd.GeoDataFrame:
        """The districts that changed hands or status between two days, or differ between two perspectives."""
        query = self._asked("diff", a=first, b=second, pa=perspective, pb=second_perspective)
        found = difference(self._record.timeline, sides_of(query))
        shapes = {row.record["admin2_id"]: row.geometry for row in self._record.dataset.tables["districts"]}
        rows = [
            vars(one)
            | {"before": holding_words(one.before), "after": holding_words(one.after), **asdict(one.direction)}
            for one in found.districts
        ]
        return self._shaped("diff", rows, [shapes[row["admin2_id"]] for row in rows])

    def presence(self, day: Day) -> pd.DataFrame:
        """Where somebody is said to be active: the last list of each claimant up to a day, a row a province."""
        query = self._asked("presence", date=day)
        names = self._record.dataset.by_id("provinces")
        rows = [
            entry | {"polarity": polarity, "admin1": admin1, "name": names[admin1]["name_en"]}
            for entry in presence_of_day(self._record.timeline, query["date"])["lists"]
            for polarity in ("present", "absent")
            for admin1 in entry[polarity]
        ]
        return self._plain("presence", rows)

    def sources(self, start: Day | None = None, end: Day | None = None) -> pd.DataFrame:
        """All public sources, with how many records rest on each, and how many events of a span of days."""
        query = self._asked("sources", **{"from": start, "to": end})
        first, last = query.get("from", self.days[0]), query.get("to", self.days[1])
        answer = sources_of_span(self._record.timeline, first, last)
        inside = {event["event_id"] for event in self._record.timeline.events_between(first, last)}
        rows = []
        for source in answer["records"]:
            rests = answer["sources"][source["source_id"]]
            counts = {
                name: len(rests[name]) for name in ("events", "control_claims", "presence", "statistics", "undated")
            }
            rows.append(source | counts | {"events_in_span": len(inside.intersection(rests["events"]))})
        return self._plain("sources", rows)

    def claims(self, day: Day | None = None, **area: str) -> pd.DataFrame:
        """The control claims: all, or those that hold on a day or speak of a province, district or place."""
        query = self._asked("claims", date=day, **area)
        return self._plain("claims", claims_answer(self._record, query)["claims"])

    def map(self, day: Day, perspective: str = "assessed", height: int = 640) -> InlineReplay:
        """The whole replay in a cell, opened at a day: one file that makes no request; `.save(path)` keeps it."""
        from geo.notebook.inline import InlineReplay

        query = self._asked("at", date=day, perspective=perspective)
        view = ViewState(date=query["date"], perspective=query["perspective"])
        return InlineReplay(self._record.timeline, view, self._data_dir, height)

    def plot(self, day: Day, perspective: str = "assessed", size: tuple[int, int] = (1200, 675)) -> Figure:
        """A day as a figure of matplotlib: the map with its date, sentence, legend and credits; `size` in pixels."""
        from geo.notebook.figure import figure_of

        query = self._asked("at", date=day, perspective=perspective)
        return figure_of(self._record.timeline, query["date"], query["perspective"], size, self._data_dir)

    def folium(self, day: Day, perspective: str = "assessed") -> folium.Map:
        """A day as a map of folium, with a layer each for districts, places and events: to be built upon."""
        from geo.notebook.folium_map import folium_map

        query = self._asked("at", date=day, perspective=perspective)
        return folium_map(self._record.timeline, query["date"], query["perspective"])

    def _asked(self, name: str, **values: Any) -> Mapping[str, str]:
        """The keys of a question in canonical form; refuses what the record does not know, as the API does."""
        try:
            return question_of(self._record.dataset, name, pairs_for(values)).query
        except Refused as refused:
            told = [f"{one.field}={one.value!r}: {one.detail}; allowed: {one.allowed}" for one in refused.faults]
            raise ValueError("; ".join(told) or refused.detail) from refused

    def _about(self) -> dict[str, str]:
        return {"dataset": self.version, "licence": LICENCE, "credits": t("app.credits")}

    def _plain(self, name: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
        return frame_of(rows, list(COLUMNS[name]), self._about())

    def _shaped(self, name: str, rows: Sequence[Mapping[str, Any]], shapes: Sequence[Any]) -> gpd.GeoDataFrame:
        columns = [column for column in COLUMNS[name] if column != "geometry"]
        return shaped_frame(rows, shapes, columns, self._about())
