"""What only the reader can answer of a file: its form, which column is what, calendar, order of days, swapped points, names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import streamlit as st

from geo.ingest.encoding import ENCODINGS
from geo.ingest.plain import plain_line
from geo.ingest.result import Choices
from geo.publishers.day_orders import EXCEL_DAYS
from geo.publishers.days import CALENDARS, DAY_ORDERS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS
from geo.wording.lists import listed
from geo.wording.text import t

#: The fields that most tables have; the others stand below them.
MAIN = ("date", "lat", "lon", "province", "district", "place", "title", "summary", "event_type")
AS_FOUND = ""
MAX_NAMES = 50
#: Projected systems of Afghanistan, zones 41 to 43 of UTM, and that of web maps; another may be typed.
SYSTEMS = ("EPSG:32641", "EPSG:32642", "EPSG:32643", "EPSG:3857")


def names_of(fields: Iterable[str]) -> str:
    """Fields in words."""
    return listed(t(f"add.field.{field}") if field in FIELDS else t("add.field_place") for field in fields)


def _proposal(row: Mapping[str, Any], name: str) -> str:
    """A name of the file, the area it may be, how alike they are, in how many rows."""
    return t("add.proposal", name=row["name"], area=name, score=row["score"], count=row["count"])


class Questions:
    """The answers of one file: kept as the values of widgets, whose keys hold the file's number in the session."""

    def __init__(self, file_id: str) -> None:
        self._file = file_id

    def choices(self) -> Choices:
        """All answers; only those that the reader gave."""
        columns = {}
        for field in FIELDS:
            key = self._key(f"field_{field}")
            if key in st.session_state:
                columns[field] = st.session_state[key] or ""
        return Choices(
            layout=self._answer("layout"),
            columns=columns,
            encoding=self._answer("encoding"),
            sheet=self._answer("sheet"),
            calendar=self._answer("calendar"),
            day_order=self._answer("day_order"),
            swap=bool(st.session_state.get(self._key("swap"))),
            serials=bool(st.session_state.get(self._key("serials"))),
            excel_days=self._answer("excel_days"),
            crs=self._answer("crs"),
            names={name: area for name, area, _ in st.session_state.get(self._key("names"), [])},
        )

    def ask_form(self, table: Mapping[str, Any] | None) -> None:
        """The file format, which sheet, which encoding; each as found until the reader says otherwise."""
        places = iter(st.columns(3))
        if table:
            next(places).selectbox(
                t("add.layout"),
                (AS_FOUND, *PUBLISHERS),
                format_func=lambda name: t(f"add.layout.{name or 'found'}"),
                key=self._key("layout"),
            )
        if table and len(table["facts"].get("sheets", [])) > 1:
            next(places).selectbox(
                t("add.sheet"),
                table["facts"]["sheets"],
                index=table["facts"]["sheets"].index(table["facts"]["sheet"]),
                format_func=plain_line,
                key=self._key("sheet"),
            )
        if table is None or "encoding" in table["facts"]:
            next(places).selectbox(
                t("add.encoding"),
                (AS_FOUND, *ENCODINGS),
                format_func=lambda name: name or t("add.layout.found"),
                key=self._key("encoding"),
            )

    def ask_columns(self, table: Mapping[str, Any], guess: Mapping[str, str], is_open: bool) -> None:
        """Which column each field is in, with the guess filled in."""
        with st.expander(t("add.columns"), expanded=is_open):
            st.text(t("add.columns_note"))
            for fields in (MAIN, tuple(field for field in FIELDS if field not in MAIN)):
                for number, field in enumerate(fields):
                    if number % 3 == 0:
                        places = st.columns(3)
                    column = guess.get(field)
                    places[number % 3].selectbox(
                        t(f"add.field.{field}"),
                        table["columns"],
                        index=table["columns"].index(column) if column else None,
                        placeholder=t("add.no_column"),
                        key=self._key(f"field_{field}"),
                    )

    def ask_open(self, message: Mapping[str, Any]) -> None:
        """The questions that this file raises, and those that were answered."""
        reasons = {reason: count for reason, (count, _) in message["reasons"].items()}
        calendar, order = message["detected"]["calendar"], message["detected"]["day_order"]
        if {"solar_hijri", "not_solar_hijri"} & reasons.keys() or calendar != CALENDARS[0]:
            self._radio("calendar", CALENDARS)
        if "day_order" in reasons or order:
            self._radio("day_order", DAY_ORDERS, found=order)
        if "swapped" in reasons or message["detected"]["swapped"]:
            st.checkbox(
                t("add.swap", count=reasons.get("swapped", 0) + message["detected"]["swapped"]), key=self._key("swap")
            )
        self._ask_forms(reasons.keys(), message["detected"])
        self._ask_names(message)

    def _ask_forms(self, reasons: Collection[str], found: Mapping[str, Any]) -> None:
        """Numbers of days, days that a spreadsheet exchanged, coordinates in metres."""
        if "serial_day" in reasons or found["serials"]:
            st.checkbox(t("add.serials"), key=self._key("serials"))
        if "excel_day" in reasons or found["excel_days"]:
            self._radio("excel_days", EXCEL_DAYS)
        if "projected" in reasons or self._answer("crs"):
            st.selectbox(t("add.crs"), SYSTEMS, index=None, key=self._key("crs"), accept_new_options=True)

    def _ask_names(self, message: Mapping[str, Any]) -> None:
        chosen = st.session_state.get(self._key("names"), [])
        proposed = [
            (row["name"], area["id"], _proposal(row, area["name"]))
            for row in message["joined"]["doubtful"][:MAX_NAMES]
            for area in row["alike"]
        ]
        if options := [*chosen, *(option for option in proposed if option[0] not in {name for name, _, _ in chosen})]:
            st.multiselect(
                t("add.names"),
                options,
                format_func=lambda option: option[2],
                key=self._key("names"),
                help=t("add.names_help"),
            )

    def _radio(self, name: str, options: tuple[str, ...], found: str = "") -> None:
        st.radio(
            t(f"add.{name}"),
            options,
            index=options.index(found) if found in options else None,
            format_func=lambda option: t(f"add.{name}.{option.replace('-', '_')}"),
            horizontal=True,
            key=self._key(name),
        )

    def _answer(self, name: str) -> str:
        return st.session_state.get(self._key(name)) or ""

    def _key(self, name: str) -> str:
        return f"add_{self._file}_{name}"
