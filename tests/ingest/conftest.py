"""Files as each source documents them, made here (no row of a real data set), and reading them over the tiny record."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from geo.ingest.readers.sniff import read_table
from geo.ingest.result import Choices, Result
from geo.ingest.run import ingest
from geo.publishers import acled, gdelt, gtd, ucdp

#: One sound row of each source; a point in the tiny record's district AF-AAA-west.
ACLED = {
    "event_id_cnty": "AFG1", "event_date": "2021-09-05", "year": "2021", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Taliban", "assoc_actor_1": "One; Two", "inter1": "Rebel group", "actor2": "Other group (Place)",
    "interaction": "x", "iso": "4", "region": "Caucasus and Central Asia", "country": "Afghanistan", "admin1": "Aaa",
    "admin2": "Aaa west", "location": "Some town", "latitude": "34.5", "longitude": "66.2", "geo_precision": "1",
    "source": "A paper", "source_scale": "National", "notes": "What happened.", "fatalities": "3", "timestamp": "1",
}  # fmt: skip
UCDP = {
    "id": "100001", "relid": "AFG-2021-1-1-1", "year": "2021", "type_of_violence": "1", "conflict_name": "A: Government",
    "side_a": "Government of Afghanistan", "side_b": "Some side", "source_headline": "A headline", "where_prec": "1",
    "where_coordinates": "Some town", "adm_1": "Aaa province", "adm_2": "Aaa west district", "latitude": "34.5",
    "longitude": "66.2", "country": "Afghanistan", "date_prec": "1", "date_start": "2021-09-05 00:00:00.000",
    "date_end": "2021-09-05 00:00:00.000", "deaths_a": "1", "best": "4", "high": "7", "low": "2", "gwnoa": "700",
}  # fmt: skip
GTD = {
    "eventid": "202109050001", "iyear": "2021", "imonth": "9", "iday": "5", "extended": "0", "country_txt": "Afghanistan",
    "provstate": "Aaa", "city": "Some town", "latitude": "34.5", "longitude": "66.2", "specificity": "1",
    "vicinity": "0", "summary": "What happened.", "suicide": "0", "attacktype1": "3", "attacktype1_txt": "Bombing/Explosion",
    "targtype1": "14", "target1": "A market", "gname": "Some group", "nkill": "2", "nwound": "5", "scite1": "A paper",
}  # fmt: skip
GDELT = {
    "GLOBALEVENTID": "1000000001", "SQLDATE": "20210905", "MonthYear": "202109", "Year": "2021", "Actor1Name": "TALIBAN",
    "Actor2Name": "OTHER", "IsRootEvent": "1", "EventCode": "193", "EventBaseCode": "193", "EventRootCode": "19",
    "QuadClass": "4", "ActionGeo_Type": "4", "ActionGeo_FullName": "Some Town, Aaa, Afghanistan",
    "ActionGeo_CountryCode": "AF", "ActionGeo_Lat": "34.5", "ActionGeo_Long": "66.2", "DATEADDED": "20210905120000",
    "SOURCEURL": "https://paper.example/a",
}  # fmt: skip


def csv_of(columns: Sequence[str], *rows: dict[str, Any], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class Make:
    """Files of every kind, as bytes; changes to the sound row by keyword, `...` empties a cell."""

    def acled(self, *changes: dict[str, Any], columns: Sequence[str] = acled.NOW) -> bytes:
        return csv_of(columns, *(ACLED | change for change in changes or ({},))).encode()

    def acled_older(self) -> bytes:
        """The layout in capitals, day first in words, before sub-event types."""
        names = ("EVENT_ID_CNTY", "EVENT_ID_NO_CNTY", "EVENT_DATE", "YEAR", "TIME_PRECISION", "EVENT_TYPE", "ACTOR1",
                 "ALLY_ACTOR_1", "INTER1", "ACTOR2", "ALLY_ACTOR_2", "INTER2", "INTERACTION", "COUNTRY", "ADMIN1",
                 "ADMIN2", "LOCATION", "LATITUDE", "LONGITUDE", "GEO_PRECISION", "SOURCE", "NOTES", "FATALITIES")  # fmt: skip
        row = {name.upper(): value for name, value in ACLED.items() if name.upper() in names}
        row |= {
            "EVENT_DATE": "05 September 2021",
            "EVENT_TYPE": "Battle-No change of territory",
            "ALLY_ACTOR_1": "Ally",
        }
        return csv_of(names, row).encode()

    def ucdp(self, *changes: dict[str, Any], tags: bool = False) -> bytes:
        text = csv_of(ucdp.UCDP.columns, *(UCDP | change for change in changes or ({},)))
        heading, rest = text.split("\n", 1)
        tagged = ",".join("#date+start" if name == "date_start" else "#meta" for name in ucdp.UCDP.columns)
        return "\n".join([heading, tagged, rest] if tags else [heading, rest]).encode()

    def gtd(self, *changes: dict[str, Any]) -> bytes:
        columns = [name.upper() if name.startswith("int_") else name for name in gtd.COLUMNS]
        return csv_of(columns, *(GTD | change for change in changes or ({},))).encode()

    def gdelt(self, *changes: dict[str, Any]) -> bytes:
        rows = (GDELT | change for change in changes or ({},))
        return "".join("\t".join(row.get(name, "") for name in gdelt.COLUMNS) + "\n" for row in rows).encode()

    def table(self, *rows: dict[str, Any], delimiter: str = ",") -> bytes:
        columns = list(dict.fromkeys(name for row in rows for name in row))
        return csv_of(columns, *rows, delimiter=delimiter).encode()

    def geojson(self, *features: Any, **more: Any) -> bytes:
        """Each feature a dict of properties with `point`, or a whole feature."""
        found = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": f.pop("point", [66.2, 34.5])},
                "properties": f,
            }
            if "type" not in f
            else f
            for f in map(dict, features)
        ]
        return json.dumps({"type": "FeatureCollection", "features": found, **more}).encode()

    def kml(self, body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
        return f'{head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>'.encode()

    def zipped(self, **files: bytes) -> bytes:
        """An archive; `doc_kml=` becomes doc.kml."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name.replace("_", "."), content)
        return out.getvalue()

    def xlsx(self, *rows: Sequence[Any], sheets: dict[str, Sequence[Sequence[Any]]] | None = None) -> bytes:
        import openpyxl

        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, lines in (sheets or {"Sheet": rows}).items():
            sheet = book.create_sheet(name)
            for line in lines:
                sheet.append(list(line))
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    def gpkg(self, *rows: tuple[str, float, float], system: int = 4326, statements: Sequence[str] = ()) -> bytes:
        """A layer `events` with columns fid, geom, date and name; rows of (date, lon, lat)."""
        database = sqlite3.connect(":memory:")
        database.executescript(
            "PRAGMA application_id = 1196444487;"
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);"
            "CREATE TABLE events (fid INTEGER PRIMARY KEY, geom BLOB, date TEXT, name TEXT);"
        )
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', ?)", (system,))
        for date, lon, lat in rows:
            blob = b"GP\x00\x01" + struct.pack("<i", system) + b"\x01" + struct.pack("<Idd", 1, lon, lat)
            database.execute("INSERT INTO events (geom, date, name) VALUES (?, ?, 'x')", (blob, date))
        for statement in statements:
            database.execute(statement)
        database.commit()
        content = database.serialize()
        database.close()
        return content


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()


Read = Callable[..., Result]


@pytest.fixture(scope="session")
def read(tiny) -> Read:
    """read(content, calendar="solar-hijri"): the result over the tiny record, read in this process."""

    def reading(content: bytes, dataset=tiny, **choices: Any) -> Result:
        result = ingest(content, dataset, Choices(**choices), read=read_table)
        assert result.read == len(result.accepted) + len(result.set_aside)
        json.dumps(result.report(), allow_nan=False)
        return result

    return reading


@pytest.fixture(scope="session")
def read_shipped(read: Read, shipped) -> Read:
    """The same over the shipped record, whose provinces and districts have real names."""
    return lambda content, **choices: read(content, dataset=shipped, **choices)
