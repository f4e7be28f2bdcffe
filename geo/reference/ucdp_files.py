"""Files as UCDP publishes them, a CSV or a ZIP with one in it, read row by row: the events of Afghanistan."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from geo.record.geojson import Record
from geo.record.problems import DataError, Problem
from geo.record.schema import FIRST_DAY
from geo.reference.places import Districts
from geo.reference.releases import FILE_NAME, release_of
from geo.reference.schema import COUNTRY_ID
from geo.reference.ucdp_rows import COLUMNS, event_of, is_before

#: A file of all countries since 1989 has about 300 MB; a row with hundreds of articles a cell of some 100 kB.
MAX_BYTES = 2_000_000_000
MAX_CELL = 4_000_000
MAX_PROBLEMS = 100
ROWS_A_REPORT = 20_000
#: File, rows read, rows kept, share of the file.
Progress = Callable[[str, int, int, float], None]


def read_file(path: Path, districts: Districts, progress: Progress) -> tuple[Record, list[Record]]:
    """The release that a file holds and its rows for Afghanistan since 15 August 2021.

    Raises
    ------
    DataError
        With every bad row: file, line, field and value. A release is taken whole or not at all.
    ValueError
        When it is no file of UCDP's.
    """
    with _opened(path) as (name, stream, size):
        release = release_of(name)
        events = _events(name, stream, size, release["release"], districts, progress)
    return release | {"rows": len(events)}, events


@contextmanager
def _opened(path: Path) -> Iterator[tuple[str, IO[bytes], int]]:
    """The CSV of a file: its name, its bytes as a stream, how many they are."""
    if not path.is_file():
        raise ValueError(f"{path} is no file")
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip":
            raise ValueError(f"{path.name}: is not a ZIP file, or not all of it is there")
        with path.open("rb") as stream:
            yield path.name, stream, _checked(path.name, path.stat().st_size)
        return
    with zipfile.ZipFile(path) as archive:
        member = _member(path.name, archive)
        with archive.open(member) as stream:
            yield Path(member.filename).name, stream, _checked(member.filename, member.file_size)


def _member(name: str, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    found = [member for member in archive.infolist() if FILE_NAME.fullmatch(Path(member.filename).name)]
    if len(found) != 1:
        raise ValueError(f"{name}: has {len(found)} files named as UCDP names them (GEDEvent_v26_1.csv); it needs one")
    if found[0].flag_bits & 1:
        raise ValueError(f"{name}: {found[0].filename} is locked by a password")
    return found[0]


def _checked(name: str, size: int) -> int:
    if size > MAX_BYTES:
        raise ValueError(f"{name}: has {size:,} bytes; {MAX_BYTES:,} are read at most")
    return size


def _events(
    name: str, stream: IO[bytes], size: int, release: str, districts: Districts, progress: Progress
) -> list[Record]:
    problems: list[Problem] = []
    events: dict[str, Record] = {}

    def report(rows: int) -> None:
        progress(name, rows, len(events), stream.tell() / size if size else 1.0)

    for line, cells in _rows(name, stream, problems, report):
        event, faults = event_of(cells, release, districts)
        if event["ucdp_id"] in events:
            faults.append(("id", "unique", f"{event['ucdp_id']} stands in an earlier line already"))
        problems += [Problem(name, line, str(event["ucdp_id"] or ""), *fault) for fault in faults]
        events[event["ucdp_id"]] = event
    if problems:
        raise DataError(problems)
    return list(events.values())


def _rows(
    name: str, stream: IO[bytes], problems: list[Problem], report: Callable[[int], None]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and cells of each row of the country; rows that can't be read become problems."""
    reader = csv.reader(io.TextIOWrapper(stream, "utf-8-sig", newline=""), strict=True)
    number, limit = 0, csv.field_size_limit(MAX_CELL)
    try:
        heading = next(reader, [])
        places = _heading(name, heading)
        country, width = places["country_id"], len(heading)
        for number, cells in enumerate(reader, start=1):
            if number % ROWS_A_REPORT == 0:
                report(number)
            if len(cells) != width:
                problems.append(_broken(name, reader.line_num, f"has {len(cells)} cells; the heading has {width}"))
            elif cells[country] == COUNTRY_ID:
                row = {column: cells[place] for column, place in places.items()}
                if not is_before(row, FIRST_DAY):
                    yield reader.line_num, row
            if len(problems) >= MAX_PROBLEMS:
                return
        report(number)
    except csv.Error as error:
        problems.append(_broken(name, reader.line_num, f"is not CSV: {error}"))
    except UnicodeDecodeError:
        problems.append(_broken(name, reader.line_num + 1, "is not UTF-8, from this line on"))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        problems.append(_broken(name, reader.line_num, f"the file breaks off or is damaged: {error}"))
    finally:
        csv.field_size_limit(limit)


def _heading(name: str, cells: list[str]) -> dict[str, int]:
    """Where each column stands.

    Raises
    ------
    ValueError
        When one is missing or stands twice.
    """
    names = [cell.strip().lower() for cell in cells]
    missing = [column for column in COLUMNS if names.count(column) != 1]
    if missing:
        raise ValueError(f"{name}:1: the heading needs, once each, {', '.join(missing)}; is it a file of UCDP GED?")
    return {column: names.index(column) for column in COLUMNS}


def _broken(name: str, line: int, message: str) -> Problem:
    return Problem(name, line, "", "", "row", message)
