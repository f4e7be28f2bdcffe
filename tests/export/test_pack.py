"""The citation pack: complete, hashed, the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest

from geo.export.pack import contents_of, write_pack
from geo.export.picture import RenderOptions, composed
from geo.export.sheet.panel import sources_in_view

OPTIONS = RenderOptions("2021-09-05", extent="AF-PAN", size=(800, 450), perspective="nrf")


@pytest.fixture(scope="module")
def pack(shipped_line, shipped_dir, tmp_path_factory):
    path = tmp_path_factory.mktemp("pack") / "pack.zip"
    write_pack(shipped_line, OPTIONS, path, shipped_dir)
    return path


def test_the_same_bytes_each_time(pack, shipped_line, shipped_dir, tmp_path):
    write_pack(shipped_line, OPTIONS, tmp_path / "again.zip", shipped_dir)
    assert (tmp_path / "again.zip").read_bytes() == pack.read_bytes()


def test_hashes_hold(pack):
    with zipfile.ZipFile(pack) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted(names)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        sums = dict(line.split("  ")[::-1] for line in archive.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(names) - {"SHA256SUMS", "MANIFEST.json"}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in sums.items())


def test_what_is_inside(pack, shipped_line, shipped_dir):
    contents = contents_of(shipped_line, OPTIONS, shipped_dir)
    picture = composed(shipped_line, OPTIONS, shipped_dir)
    version = shipped_line.dataset.version
    readme = contents["README.txt"].decode()
    assert "NOT ASSESSED" in readme and version in readme and "CC BY 4.0" in readme
    ids = sources_in_view(picture.scene, picture.basemap)
    rows = list(csv.DictReader(io.StringIO(contents["sources.csv"].decode("utf-8-sig"))))
    assert [row["source_id"] for row in rows] == ids
    assert [row["number"] for row in rows] == [str(number) for number in range(1, len(ids) + 1)]
    text = contents["sources.txt"].decode()
    assert all(source_id in text for source_id in ids) and f"\n{len(ids)}. " in text
    assert all(version in entry["version"] for entry in json.loads(contents["citation.csl.json"]))
    assert contents["citation.bib"].count(b"@misc{") == 2
    events = json.loads(contents["data/events.geojson"])
    assert events["metadata"]["dataset_version"] == version and "extent=AF-PAN" in events["metadata"]["query"]
    assert contents["map.png"].startswith(b"\x89PNG") and b"CC BY 4.0" in contents["map.svg"]
    assert b"Creative Commons" in contents["LICENCE-DATA.txt"] and contents["method.md"].startswith(b"# Method")


def test_tables_are_for_spreadsheets(pack):
    """Whoever opens a pack clicks on its tables: their text is quoted, and marked as UTF-8."""
    with zipfile.ZipFile(pack) as archive:
        for name in [name for name in archive.namelist() if name.endswith(".csv")]:
            text = archive.read(name)
            assert text.startswith(b"\xef\xbb\xbf"), name
            for row in csv.reader(io.StringIO(text.decode("utf-8-sig"))):
                assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))], name


@pytest.mark.parametrize("perspective", ["assessed", "both"])
def test_other_perspectives(shipped_line, shipped_dir, perspective):
    contents = contents_of(shipped_line, RenderOptions("2022-05-07", perspective, size=(800, 450)), shipped_dir)
    assert ("data/provinces.csv" in contents) == (perspective != "both")
    assert ("NOT ASSESSED" in contents["README.txt"].decode()) == (perspective == "both")


@pytest.mark.parametrize("address", [None, "https://map.example.org/"])
def test_the_citation_says_what_opens_the_view(shipped_line, shipped_dir, address):
    options = replace(OPTIONS, address=address, chosen=(("district", "AF-PAN-rukha"),))
    text = contents_of(shipped_line, options, shipped_dir)["citation.txt"].decode()
    view = "?date=2021-09-05&perspective=nrf&province=AF-PAN&district=AF-PAN-rukha"
    query = f"{view}&data={shipped_line.dataset.version}&extent=AF-PAN&size={options.size[0]}x{options.size[1]}"
    assert (f"{address}{query}" if address else f"add {query} to the address of the map") in text
