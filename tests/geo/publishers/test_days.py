"""Days in every form in which people write them: `import` and `join` give the same answer."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.aggregate.days import NO_DAY, REASON_OF, day_numbers
from geo.aggregate.reasons import REASONS as JOIN_REASONS
from geo.ingest.cells import Cells
from geo.ingest.result import REASONS as IMPORT_REASONS
from geo.ingest.result import RowRejected
from geo.publishers import days
from geo.publishers.day_orders import day_order_of, may_be_day
from geo.publishers.days import GREGORIAN, SOLAR_HIJRI, DateFormat, Days, NoDay, read_days

AUGUST_15 = "2021-08-15"
EVERY_FORMAT = [DateFormat(calendar, order) for calendar in days.CALENDARS for order in ("", *days.DAY_ORDERS)]
FORMS = (
    "2021-08-15", "2021/8/15", "2021.08.15", "20210815", "2021-08-15 23:59:59.000", "2021-08-15T00:00:00+00:00",
    "2021-08-15 at noon", "15/08/2021", "08/15/2021", "5.8.2021", "5-5-2021", "15 August 2021", "15-Aug-2021",
    "15th Aug. 2021", "August 15, 2021", "Sept 5 2021", "August 2021", "2021-08", "2021", " 2021-08-15 ", "۲۰۲۱-۰۸-۱۵",
    "٢٠٢١/٠٨/١٥", "1400-05-24", "24 Asad 1400", "۲۴ اسد ۱۴۰۰", "24 جدي 1400", "1400-02-31", "24 May 1400", "1400", "",
    "  ", "2021-02-29", "2021-13-01", "2021-00-10", "1969-12-31", "1970-01-01", "2049-12-31", "2050-01-01", "0021-08-15",
    "15 Sunbula 2021", "about August", "-", "NA", "44423", "2021-08-15/2021-08-17", "1 2 3",
)  # fmt: skip


def imported(text: Any, date_format: DateFormat) -> str:
    """The first day, or the reason, as `import` has it."""
    try:
        return Cells({"d": 0}, ("d",), (text,)).days("d", date_format).start
    except RowRejected as rejected:
        return rejected.reason


def joined(column: Any, date_format: DateFormat) -> list[str]:
    """The same for the texts of a column, as `join` has it."""
    found, why = day_numbers([column], date_format)
    return [
        JOIN_REASONS[code] if day == NO_DAY else (dt.date(1970, 1, 1) + dt.timedelta(days=int(day))).isoformat()
        for day, code in zip(found, why, strict=True)
    ]


def in_joins_words(answer: str) -> str:
    return REASON_OF.get(answer, "bad_day") if answer in days.REASONS else answer


@pytest.mark.parametrize("date_format", EVERY_FORMAT, ids=str)
def test_join_reads_every_form_as_import_does(date_format: DateFormat) -> None:
    expected = [in_joins_words(imported(text, date_format)) for text in FORMS]
    assert joined(pa.array(FORMS), date_format) == expected
    assert sum(answer[:2] == "20" for answer in expected) >= (17 if date_format.calendar == GREGORIAN else 4)


@given(st.text(st.sampled_from("0123456789۰۱۲-/. :TAugست"), max_size=20), st.sampled_from(EVERY_FORMAT))
def test_join_reads_anything_as_import_does(text: str, date_format: DateFormat) -> None:
    assert joined(pa.array([text]), date_format) == [in_joins_words(imported(text, date_format))]


@given(st.dates(dt.date(1970, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(days.DAY_ORDERS))
def test_a_day_is_read_in_every_form(day: dt.date, order: str) -> None:
    dmy = f"{day.day}/{day.month}/{day.year}" if order == "dmy" else f"{day.month}/{day.day}/{day.year}"
    written = (f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%d %B %Y}", f"{day:%b} {day.day}, {day.year}", dmy)
    for text in written:
        assert read_days(text, DateFormat(GREGORIAN, order)) == Days(day.isoformat(), day.isoformat(), 1), text
        assert may_be_day(text)


def test_year_month_and_day_in_columns_of_their_own() -> None:
    columns = [
        pa.array(values)
        for values in (["2021", "2021", "2021", "0", "1400"], ["8", "8", "", "1", "5"], ["15", "0", "3", "1", "1"])
    ]
    found, why = day_numbers(columns)
    assert [JOIN_REASONS[code] for code in why] == ["", "", "", "no_day", "solar_hijri_day"]
    for n in range(3):  # a day, a month, a year: counted on its first day
        cells = Cells({"y": 0, "m": 1, "d": 2}, ("y", "m", "d"), tuple(column[n].as_py() for column in columns))
        assert cells.days_of_cells(("y", "m", "d")).start == str(dt.date(1970, 1, 1) + dt.timedelta(days=int(found[n])))


def test_solar_days_are_converted_when_the_calendar_is_said() -> None:
    assert read_days("24 Asad 1400", DateFormat(SOLAR_HIJRI)).start == AUGUST_15
    with pytest.raises(NoDay, match="solar_hijri"):
        read_days("24 Asad 1400", DateFormat())


def test_the_order_of_a_column_is_that_of_the_dates_that_show_it() -> None:
    assert day_order_of(["03/04/2022", "25/04/2022"]) == ("dmy", "25/04/2022")
    assert day_order_of(["03/04/2022", "04/25/2022"]) == ("mdy", "04/25/2022")
    assert day_order_of(["03/04/2022"]) == day_order_of(["25/04/2022", "04/25/2022"]) == ("", "")


def test_every_reason_has_its_words_in_both() -> None:
    assert set(days.REASONS) <= set(IMPORT_REASONS)
    assert set(REASON_OF.values()) | {"bad_day"} <= set(JOIN_REASONS)
