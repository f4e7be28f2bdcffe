"""Every form that we write for readers: unchanged as made, any changed, cut or added byte found, what is foreign told."""

import random
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from geo.cli import main
from geo.control.timeline import Timeline
from geo.export.asked_table import AskedTable, table_of
from geo.export.checking.rebuild import made_again
from geo.export.checking.sign import sign
from geo.export.checking.verdict import verdict_on
from geo.export.film import Pace, write_film
from geo.export.marks.containers import CONTAINERS
from geo.export.marks.folder import MANIFEST
from geo.export.marks.manifest import Manifest, manifest_in
from geo.export.marks.seal import looked_at, with_manifest
from geo.export.marks.signing import key_of, public_key_of
from geo.export.multiples.sheet import MultiplesOptions, write_multiples
from geo.export.one_file import write_one_file
from geo.export.pack import write_pack
from geo.export.picture import RenderOptions, write_picture
from geo.export.site import write_site
from geo.export.table_files import SIDECAR, write_table

DAY, SIZE = "2021-08-20", (640, 360)
DAYS = ["2021-08-18", "2021-08-19", "2021-08-20"]
PICTURES, FILMS, TABLES = ("png", "svg", "pdf"), ("gif", "mp4", "webm"), ("csv", "geojson", "gpkg", "parquet")
#: Each form with the file that stands for it.
FILES = [f"map.{form}" for form in PICTURES] + [f"film.{form}" for form in FILMS]
FILES += [f"zones.{form}" for form in TABLES] + [f"zones.csv{SIDECAR}", "pack.zip", "replay.html", "days.png"]
#: So many bytes of a file are tried.
TRIED = 120


@pytest.fixture(scope="module")
def made(tiny_line: Timeline, tiny_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of each form, of the tiny record."""
    folder = tmp_path_factory.mktemp("made")
    options = RenderOptions(DAY, size=SIZE, filters=(("type", "battles"),))
    for form in PICTURES:
        write_picture(tiny_line, options, folder / f"map.{form}", tiny_dir)
    for form in FILMS:
        write_film(tiny_line, options, DAYS, Pace(), folder / f"film.{form}", lambda _done, _all: None, tiny_dir)
    for form in TABLES:
        write_table(
            table_of(tiny_line, AskedTable("zones", {"day": DAY}, lang="fa"), tiny_dir), folder / f"zones.{form}"
        )
    write_pack(tiny_line, options, folder / "pack.zip", tiny_dir)
    write_one_file(tiny_line, folder / "replay.html", tiny_dir)
    span = tiny_line.dataset.first_day, tiny_line.dataset.last_day
    write_multiples(tiny_line, MultiplesOptions("AF", *span, size=(800, 600)), folder / "days.png", tiny_dir)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_as_made_it_is_unchanged(made: Path, name: str, tiny_line: Timeline) -> None:
    found = verdict_on(made / name)
    assert (found.finding, found.standing, found.signer) == ("unchanged", "consistent", None)
    assert found.manifest and found.manifest.version == tiny_line.dataset.version


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(SIDECAR)])
def test_made_again_it_is_the_same(made: Path, name: str, tiny_line: Timeline, tiny_dir: Path) -> None:
    found = verdict_on(made / name, rebuild=lambda told, form: made_again(tiny_line, tiny_dir, told, form))
    assert (found.standing, found.has_other) == ("rebuilt", False)


def test_a_forged_file_is_consistent_and_not_what_its_version_gives(made, tmp_path, tiny_line, tiny_dir) -> None:
    forged = tmp_path / "map.svg"
    rest, text = CONTAINERS["svg"].take((made / "map.svg").read_bytes())
    forged.write_bytes(with_manifest(rest.replace(b"<path", b"<!-- --><path", 1), "svg", manifest_in(text)))
    found = verdict_on(forged, rebuild=lambda told, form: made_again(tiny_line, tiny_dir, told, form))
    assert (found.finding, found.standing, found.has_other) == ("unchanged", "consistent", True)


def places(size: int) -> Iterator[int]:
    """Bytes to try: the first and last, and others by chance; all where there are few."""
    chance = random.Random(size)  # noqa: S311
    yield from (
        range(size) if size <= TRIED else {*range(10), *range(size - 40, size), *chance.sample(range(size), TRIED)}
    )


@pytest.mark.parametrize("name", FILES)
def test_every_changed_byte_is_found(made: Path, name: str, tmp_path: Path) -> None:
    content, form = (made / name).read_bytes(), name.rpartition(".")[2]
    path = tmp_path / name
    if form == "csv":
        shutil.copy(made / f"{name}{SIDECAR}", tmp_path)
    for at in places(len(content)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert verdict_on(path).finding == "changed", f"byte {at} of {len(content)}"


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".csv")])
def test_every_byte_of_the_manifest_is_guarded(made: Path, name: str) -> None:
    content, form = (made / name).read_bytes(), name.rpartition(".")[2]
    start = content.rindex(b"acr-manifest")
    for at in range(start - 9, min(len(content), start + 700)):
        for bit in (1, 32):
            changed = content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :]
            assert looked_at(changed, form).finding == "changed", f"byte {at - start} from the manifest"


@pytest.mark.parametrize("name", FILES)
def test_what_is_cut_off_or_added_is_found(made: Path, name: str, tmp_path: Path) -> None:
    content, path = (made / name).read_bytes(), tmp_path / name
    if name.endswith(".csv"):
        shutil.copy(made / f"{name}{SIDECAR}", tmp_path)
    for other in (content[:-1], content[:-200], content + b"\n", content + b" ", b" " + content, content + content):
        path.write_bytes(other)
        assert verdict_on(path).finding == "changed"


@pytest.mark.parametrize("name", [name for name in FILES if name.rpartition(".")[2] not in ("gpkg", "parquet", "json")])
def test_half_a_file_still_tells_whose_it_is(made: Path, name: str, tmp_path: Path) -> None:
    content, path = (made / name).read_bytes(), tmp_path / name
    path.write_bytes(content[: len(content) // 2])
    if name.endswith(".csv"):
        shutil.copy(made / f"{name}{SIDECAR}", tmp_path)
    assert verdict_on(path).finding == "changed"


FOREIGN = {
    "a.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "a.zip": b"PK\x05\x06" + b"\0" * 18,
    "a.html": b"<html><body>Afghanistan Conflict Replay is a map.</body></html>",
    "a.csv": b"a,b\n1,2\n",
    "a.json": b"{}",
    "a.txt": b"",
    "a.webm": b"\x1aE\xdf\xa3",
    "a.gpkg": b"SQLite format 3\0",
    "a": b"\0",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_not_ours_is_told_so(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(FOREIGN[name])
    assert main(["verify", str(tmp_path / name)]) == 2
    assert "Without our marks" in capsys.readouterr().out


def test_an_empty_folder_is_foreign(tmp_path: Path) -> None:
    assert verdict_on(tmp_path).finding == "foreign"


def test_a_manifest_of_a_stranger_is_read_with_care() -> None:
    whole = Manifest("picture", "0" * 12)
    assert manifest_in(whole.text) == whole
    for text in (
        "",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        whole.text.replace('"picture"', "1"),
        whole.text.replace('"picture"', '"verdict"'),
        whole.text.replace('"version":"000000000000"', '"version":"a\\nb"'),
        whole.text.replace('"made":{}', '"made":[]'),
        whole.text.replace('"parts":{}', '"parts":{"a":1}'),
        whole.text + " ",
        whole.text.replace(":", ": ", 1),
    ):
        assert manifest_in(text) is None, text[:80]


def test_what_a_stranger_asks_to_be_made_is_refused(tiny_line: Timeline, tiny_dir: Path) -> None:
    version = tiny_line.dataset.version
    for kind, made in (
        ("picture", {"day": "2021-08-20", "size": [10**9, 10**9]}),
        ("picture", {"nonsense": 1}),
        ("table", {"kind": "../secrets"}),
        ("replay", {"view": 3, "extent": []}),
        ("pack", {"day": 7}),
    ):
        assert made_again(tiny_line, tiny_dir, Manifest(kind, version, made), "png") is None


# --- folders ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tiny_line: Timeline, tiny_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    write_site(tiny_line, folder, tiny_dir)
    return folder


def test_a_site_is_unchanged_until_a_file_is_changed_lost_or_added(site: Path, tmp_path: Path) -> None:
    assert verdict_on(site).finding == "unchanged"
    assert verdict_on(site / "quality.html").finding == "unchanged"
    copy = tmp_path / "copy"
    for how, name in (("changed", "quality.html"), ("missing", "index.html"), ("added", "new.html")):
        shutil.copytree(site, copy)
        if how == "missing":
            (copy / name).unlink()
        else:
            with (copy / name).open("ab") as file:
                file.write(b"x")
        found = verdict_on(copy)
        assert (found.finding, getattr(found.differing, how)) == ("changed", (name,))
        shutil.rmtree(copy)


def test_what_an_earlier_version_left_is_no_change(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "copy")
    (copy / "data" / "0123456789ab").mkdir()
    (copy / "data" / "0123456789ab" / "events.csv").write_bytes(b"x")
    found = verdict_on(copy)
    assert (found.finding, len(found.differing.added)) == ("unchanged", 1)


def test_every_changed_byte_of_a_site_is_found(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "copy")
    chance = random.Random(5)  # noqa: S311
    paths = [path for path in sorted(copy.rglob("*")) if path.is_file()]
    for path in [copy / MANIFEST, *chance.sample(paths, 12)]:
        content = path.read_bytes()
        at = chance.randrange(len(content))
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert verdict_on(copy).finding == "changed", path
        path.write_bytes(content)


def test_a_pack_that_was_unpacked_can_be_looked_at(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made / "pack.zip") as pack:
        pack.extractall(tmp_path)
    assert verdict_on(tmp_path).finding == "unchanged"
    assert verdict_on(tmp_path / "sources.csv").finding == "unchanged"
    assert verdict_on(tmp_path / "map.png").finding == "unchanged"
    with (tmp_path / "sources.txt").open("ab") as file:
        file.write(b"x")
    assert verdict_on(tmp_path).differing.changed == ("sources.txt",)


def test_a_changed_pack_tells_which_part_is_other(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(made / "pack.zip") as pack, zipfile.ZipFile(path, "w") as copy:
        copy.comment = pack.comment
        for name in pack.namelist():
            copy.writestr(name, pack.read(name) + (b"x" if name == "README.txt" else b""))
    found = verdict_on(path)
    assert (found.finding, found.differing.changed) == ("changed", ("README.txt",))


# --- signatures ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A private and a public key as files."""
    folder, key = tmp_path_factory.mktemp("keys"), Ed25519PrivateKey.from_private_bytes(b"7" * 32)
    private, public = folder / "private.pem", folder / "public.pem"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return private, public


@pytest.mark.parametrize("name", FILES)
def test_a_signed_file_is_genuine_to_who_trusts_the_key(made, name, tmp_path, keys) -> None:
    path = shutil.copy(made / name, tmp_path / name)
    if name.endswith(".csv"):
        shutil.copy(made / f"{name}{SIDECAR}", tmp_path)
    key, trusted = key_of(keys[0]), public_key_of(keys[1])
    target = sign(path, key)
    assert verdict_on(path, trusted).standing == "signed"
    assert (verdict_on(path).standing, verdict_on(path).signer) == ("consistent", trusted)
    assert verdict_on(path, "0" * 64).standing == "consistent"
    content = target.read_bytes()
    place = re.search(rb"ed25519:[0-9a-f]{64}:[0-9a-f]{128}", content)
    if place:  # a GIF has it in several blocks
        for at in range(*place.span()):
            target.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert verdict_on(path, trusted).finding == "changed"
    assert place or name.endswith(".gif")


def test_a_site_is_signed_as_a_whole(site: Path, tmp_path: Path, keys: tuple[Path, Path]) -> None:
    copy = shutil.copytree(site, tmp_path / "copy")
    assert main(["sign", str(copy), "--key", str(keys[0])]) == 0
    assert verdict_on(copy, public_key_of(keys[1])).standing == "signed"
    with (copy / "index.html").open("ab") as file:
        file.write(b"x")
    assert verdict_on(copy, public_key_of(keys[1])).finding == "changed"


def test_only_what_is_as_it_was_made_is_signed(made: Path, tmp_path: Path, keys: tuple[Path, Path]) -> None:
    path = tmp_path / "map.png"
    for content in (b"x", (made / "map.png").read_bytes() + b"x"):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="not a file of ours"):
            sign(path, key_of(keys[0]))
        assert path.read_bytes() == content


def test_a_file_that_is_no_key_is_told(tmp_path: Path, keys: tuple[Path, Path]) -> None:
    for wrong, read in ((keys[1], key_of), (keys[0], public_key_of)):
        with pytest.raises(ValueError, match="key that can be read"):
            read(wrong)


# --- the command --------------------------------------------------------------------------


def test_the_command_tells_of_several_and_ends_with_the_gravest(made, tmp_path, tiny_dir, capsys) -> None:
    changed = tmp_path / "map.png"
    changed.write_bytes((made / "map.png").read_bytes()[:-1])
    assert main(["verify", str(made / "map.svg"), "--data", str(tiny_dir)]) == 0
    assert "Genuine: made again" in capsys.readouterr().out
    assert main(["verify", str(made / "map.svg"), str(changed), "--no-rebuild"]) == 1
    assert "Consistent" in capsys.readouterr().out
    assert main(["verify", str(made / "map.svg"), "--no-rebuild", "--lang", "fa"]) == 0
    assert "بی‌تغییر" in capsys.readouterr().out


def test_a_file_of_another_version_is_not_made_again(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(made / "map.svg")]) == 0
    assert "Consistent" in capsys.readouterr().out


def test_a_manifest_of_the_wrong_hash_is_no_manifest(made: Path) -> None:
    rest, text = CONTAINERS["png"].take((made / "map.png").read_bytes())
    told = manifest_in(text)
    assert told
    other = CONTAINERS["png"].put(rest, replace(told, sha256="0" * 64).text)
    assert looked_at(other, "png").finding == "changed"
