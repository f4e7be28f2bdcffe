"""Days that are told by one number: of days in a spreadsheet, of seconds or thousandths of them since 1970."""

from __future__ import annotations

import datetime as dt
import re

_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SECONDS, _MILLISECONDS = re.compile(r"\d{9,10}(?:\.\d+)?"), re.compile(r"\d{12,13}")
_EPOCH, _KABUL_S = dt.date(1970, 1, 1), 16_200  # UTC+4:30
_KABUL = dt.timezone(dt.timedelta(seconds=_KABUL_S))
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|UTC|[+-]\d\d:\d\d)", re.ASCII)
_SERIAL_ZERO = dt.date(1899, 12, 30)
#: The numbers of 1 January 1970 and of 31 December 2049.
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 54_788


def of_seconds(text: str) -> dt.date | None:
    """The day in Kabul of seconds or thousandths since 1970; None when it is no such number."""
    if not text[:9].isdecimal():
        return None
    if not (_SECONDS.fullmatch(text) or (thousandths := _MILLISECONDS.fullmatch(text))):
        return None
    seconds = float(text) if _SECONDS.fullmatch(text) else int(text) / 1000 if thousandths else 0
    return _EPOCH + dt.timedelta(seconds=seconds + _KABUL_S)


def of_serial(text: str) -> dt.date | None:
    """The day of a spreadsheet's number between 1970 and 2049; None when it is no such number."""
    found = _SERIAL.fullmatch(text)
    number = int(found[1]) if found else 0
    return _SERIAL_ZERO + dt.timedelta(days=number) if _FIRST_SERIAL <= number <= _LAST_SERIAL else None


def other_day_in_kabul(text: str) -> str:
    """The day in Kabul of a time with a zone, when it is another than the one written; else ''."""
    if not (found := _INSTANT.fullmatch(text.strip())):
        return ""
    try:
        stated = dt.datetime.fromisoformat(f"{found[1]}T{found[2]}{'+00:00' if found[3] in 'ZzUTC' else found[3]}")
    except ValueError:
        return ""
    day = stated.astimezone(_KABUL).date().isoformat()
    return "" if day == found[1] else day
