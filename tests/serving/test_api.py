"""Every path of the API's description, asked well, badly and with malice, live and of the files of a site."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from geo.answers import paging, problems
from geo.answers.endpoints import ENDPOINTS
from geo.answers.record import Record, record_of
from geo.cli import main
from geo.control.timeline import Timeline
from geo.export.marks.seal import taken_apart
from geo.export.programs.files import FOLDER, api_files
from pages.ui.server.snapshot import Snapshot
from serving.api import api as api_module
from serving.api import limits as limits_module
from serving.api.accepted import is_accepted
from serving.api.api import Api
from serving.api.limits import MAX_CLIENTS, QUOTA, WINDOW, Limits, client_of
from tests.serving.asgi import Answered, ask

ROOT = "/api/v1/"
DAY, LAST = "2021-08-24", "2021-09-01"
#: What tells of the withheld event: its number, title, summary, claim and point.
SECRETS = ("EV-2021-0003", "Household", "must not leave", "house was searched", "67.11,34.13")
#: A value of each key that the tiny record knows.
GOOD = {
    "date": DAY, "perspective": "nrf", "layer": "activity", "window": "all", "presence": "lists", "type": "battles",
    "grade": "claimed,disputed", "actor": "nrf", "area": "AF-BBB", "precision": "1,3", "claimant": "nrf", "kind": "party",
    "from": "2021-08-16", "to": LAST, "q": "town", "order": "newest", "page": "1", "a": "2021-08-15", "b": DAY,
    "pa": "nrf", "pb": "taliban", "province": "AF-BBB", "district": "AF-BBB-ne", "place": "PL-beta", "claim": "CC-0001",
    "format": "geojson",
    "definition": "lwj",
    "branch": "nrf",
    "known_by": "2021-08-28",
    "lang": "fa",
}  # fmt: skip
HOSTILE = (
    "", "x" * 900, "../../../etc/passwd", "%00", "‮2021", "<script>alert(1)</script>", "{{7*191}}", "' OR 1=1 --",
    "２０２１-０８-２４", "-1", "1e9", "null", "\r\nSet-Cookie: a=b", "💥", "AF-BBB;AF-AAA", "2021-08-24T00:00:00Z",
)  # fmt: skip


@pytest.fixture
def app(now: Snapshot) -> Api:
    return Api(_Unlimited())


class _Unlimited(Limits):
    """A clock that fills every bucket between two questions."""

    def __init__(self) -> None:
        self._time = 0.0
        super().__init__(self._tick)

    def _tick(self) -> float:
        self._time += WINDOW
        return self._time


@pytest.fixture(scope="module")
def record(line: Timeline, tiny_dir: Path) -> Record:
    return record_of(line, tiny_dir)


@pytest.fixture(scope="module")
def files(record: Record) -> dict[str, bytes]:
    return api_files(record)


@pytest.fixture(scope="module")
def described(files: dict[str, bytes]) -> Any:
    return json.loads(files[f"{FOLDER}/openapi.json"])


def check(described: Any, operation: Any, answer: Answered) -> None:
    """An answer has a status, type and form that the description names."""
    content = operation["responses"][str(answer.status)]["content"]
    found = content[answer.headers["content-type"].partition(";")[0]]
    if found:  # the other documents have forms of their own, with tests of their own
        valid(described, found["schema"], answer.json)


def valid(described: Any, schema: Any, value: Any) -> None:
    whole = schema | {"components": described["components"]}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(value)


def asked(path: str, operation: Any, **other: str) -> str:
    """The address of a path with values that the record knows; only the keys that have to be, and others."""
    gaps = {p["name"]: GOOD[p["name"]] for p in operation["parameters"] if p["in"] == "path"}
    query = {p["name"]: GOOD[p["name"]] for p in operation["parameters"] if p["in"] == "query" and p["required"]}
    filled = path.format(**{name: quote(other.pop(name, value), safe="") for name, value in gaps.items()})
    pairs = "&".join(f"{name}={quote(value, safe='')}" for name, value in (query | other).items())
    return ROOT + filled.strip("/") + (f"?{pairs}" if pairs else "")


def operations(described: Any) -> Iterator[tuple[str, Any]]:
    for path, methods in described["paths"].items():
        yield path, methods["get"]


def test_the_description_is_sound_and_names_every_key_of_the_table(described: Any) -> None:
    assert described["openapi"] == "3.1.0"
    for path, operation in operations(described):
        names = {p["name"] for p in operation["parameters"]}
        assert set(re.findall(r"\{(\w+)\}", path)) <= names <= set(GOOD)
        for parameter in operation["parameters"]:
            valid(described, {"type": ["string", "integer"]}, parameter["example"])
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    ids = [operation["operationId"] for _, operation in operations(described)]
    assert len(ids) == len(set(ids)) >= 30
    assert {f"/{name}" for name in ENDPOINTS if name != "index"} <= set(described["paths"])


def test_every_path_answers_as_it_is_described(app: Api, described: Any) -> None:
    for path, operation in operations(described):
        answer = ask(app, asked(path, operation))
        has_rows = "reference" not in path
        assert answer.status == (200 if has_rows else 404), path
        check(described, operation, answer)


def test_every_key_does_what_it_says_on_every_path(app: Api, described: Any) -> None:
    for path, operation in operations(described):
        for parameter in operation["parameters"]:
            name = parameter["name"]
            others = {"layer": "activity"} if path == "/at" and name in (*problems_of_layers(), "layer") else {}
            answer = ask(app, asked(path, operation, **(others | {name: GOOD[name]})))
            assert answer.status == 200 or ("reference" in path and answer.status == 404), (path, name, answer.content)
            check(described, operation, answer)


def problems_of_layers() -> tuple[str, ...]:
    return tuple(key for key in ENDPOINTS["at"].keys if key not in ("date", "perspective", "definition", "layer"))


def test_nothing_hostile_is_taken_or_breaks_anything(app: Api, described: Any) -> None:
    for path, operation in operations(described):
        for parameter in operation["parameters"]:
            for value in HOSTILE:
                if parameter["name"] == "q" and len(value) <= 80:
                    continue  # words to search for may be any
                answer = ask(app, asked(path, operation, **{parameter["name"]: value}))
                assert answer.status in (400, 404), (path, parameter["name"], value, answer.content)
                assert answer.headers["content-type"] == problems.MEDIA_TYPE
                check(described, operation, answer)
                assert "set-cookie" not in answer.headers and "Traceback" not in answer.content.decode()


def test_any_words_may_be_searched_for(app: Api) -> None:
    for value in HOSTILE:
        if value and len(value) <= 80:
            assert ask(app, f"{ROOT}events?q={quote(value)}").json["query"]["q"] == value.strip()


@pytest.mark.parametrize(
    ("address", "status", "field", "told"),
    [
        ("at", 400, "date", "a day YYYY-MM-DD from 2021-08-15"),
        ("at?date=2031-01-01", 400, "date", "a day YYYY-MM-DD from 2021-08-15"),
        ("at?date=2021-08-24&date=2021-08-25", 400, "date", "one value"),
        ("at?date=2021-08-24&perspective=both", 400, "perspective", "assessed, nrf, taliban"),
        ("at?date=2021-08-24&day=1", 400, "day", "date, perspective, definition, layer, window"),
        ("at?date=2021-08-24&type=battles", 400, "type", "with layer: activity, presence"),
        ("at?date=2021-08-24&layer=activity&format=geojson", 400, "layer", "with format: json"),
        ("at?date=2021-08-24&definition=true", 400, "definition", "ours, lwj, isw, acled-syria, strict, symmetric"),
        ("at?date=2021-08-24&definition=lwj&perspective=nrf", 400, "perspective", "with definition: assessed"),
        ("at?date=2021-08-24&definition=lwj&layer=activity", 400, "layer", "with definition: control"),
        ("at?date=2021-08-24&definition=lwj&format=geojson", 400, "definition", "with format: json"),
        ("events?form=2021-08-15", 400, "form", "from, to, type"),
        ("events?from=2021-08-24&to=2021-08-20", 400, "to", "a day from 2021-08-24"),
        ("events?actor=ghosts", 400, "actor", "aff, civilians, nrf, taliban"),
        ("events?page=0", 400, "page", "a whole number from 1"),
        ("events?q=" + "x" * 81, 400, "q", "at most 80"),
        ("versions?x=1", 400, "x", "lang"),
        ("at/2031-01-01.json", 404, "date", "a day YYYY-MM-DD"),
        ("province/AF-XXX.json", 404, "province", "AF-AAA, AF-BBB, AF-CCC"),
        ("at/2021-08-24.json?date=2021-08-25", 400, "date", "one value"),
        ("at?date=2021-08-24&known_by=2021-08-20", 400, "date", "a day up to 2021-08-20"),
        ("versions?known_by=2021-08-20", 400, "known_by", "lang"),
    ],
)
def test_a_problem_names_the_key_the_value_and_what_is_allowed(
    app: Api, address: str, status: int, field: str, told: str
) -> None:
    answer = ask(app, ROOT + address)
    assert answer.status == answer.json["status"] == status
    (fault,) = answer.json["errors"]
    assert fault["field"] == field and told in fault["allowed"] and fault["detail"] in answer.json["detail"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("events?page=99", 404),
        ("events/99.json", 404),
        ("events/1.geojson", 404),
        ("nothing", 404),
        ("at/2021-08-24.xml", 404),
        ("at/2021-08-24", 404),
        ("reference.json", 404),
        ("../../data/events.geojson", 404),
        ("index", 200),
        ("", 200),
        ("index.json", 200),
        ("?" + "&".join(["a=1"] * 50), 400),
        ("events?q=%ff", 400),
        ("events?q=" + "x" * 3000, 414),
    ],
)
def test_what_is_not_there_is_told(app: Api, address: str, status: int) -> None:
    answer = ask(app, ROOT + address)
    assert answer.status == status, answer.content
    assert answer.headers["access-control-allow-origin"] == "*"


def test_other_versions_and_methods_are_refused(app: Api) -> None:
    assert ask(app, "/api/v2/at").status == 404 and ask(app, "/api/").status == 404
    moved = ask(app, "/api/v1")
    assert (moved.status, moved.headers["location"]) == (308, ROOT)
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE"):
        answer = ask(app, f"{ROOT}versions", method=method)
        assert answer.status == 405 and answer.headers["allow"] == "GET, HEAD, OPTIONS"
    allowed = ask(app, f"{ROOT}versions", method="OPTIONS", origin="https://elsewhere.example")
    assert allowed.status == 204 and allowed.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert "access-control-allow-credentials" not in allowed.headers
    head = ask(app, f"{ROOT}versions", method="HEAD")
    assert head.status == 200 and int(head.headers["content-length"]) > 50


def test_an_answer_is_named_and_not_sent_twice(app: Api) -> None:
    first = ask(app, f"{ROOT}at?date={DAY}")
    tag = first.headers["etag"]
    again = ask(app, f"{ROOT}at?date={DAY}", if_none_match=f'"other", W/{tag}')
    assert (again.status, again.raw, again.headers["etag"]) == (304, b"", tag)
    assert ask(app, f"{ROOT}at?date=2021-08-25", if_none_match=tag).status == 200
    packed = ask(app, f"{ROOT}at?date={DAY}", accept_encoding="gzip")
    assert packed.headers["etag"] != tag and packed.headers["vary"] == "Accept-Encoding"
    assert packed.content == first.content and len(packed.raw) < len(first.raw) / 2
    assert ask(app, f"{ROOT}at?date={DAY}", accept_encoding="br").content == first.content


def test_another_record_has_another_name(
    app: Api, now: Snapshot, monkeypatch: pytest.MonkeyPatch, with_claims: Callable[..., Any]
) -> None:
    from dataclasses import replace

    tag = ask(app, f"{ROOT}at?date={DAY}").headers["etag"]
    other = replace(now, timeline=Timeline(with_claims({"controller": "nrf"})))
    monkeypatch.setattr(api_module, "snapshot", lambda: other)
    answer = ask(app, f"{ROOT}at?date={DAY}", if_none_match=tag)
    assert answer.status == 200 and answer.headers["etag"] != tag and answer.json["dataset"] == "test"


def test_a_form_that_is_not_taken_is_not_sent(app: Api) -> None:
    assert ask(app, f"{ROOT}versions", accept="text/html").status == 406
    assert ask(app, f"{ROOT}versions", accept="text/html, */*;q=0.1").status == 200
    assert ask(app, f"{ROOT}at/{DAY}.geojson", accept="application/geo+json").status == 200
    assert ask(app, f"{ROOT}at/{DAY}.geojson", accept="application/json").status == 200
    assert not is_accepted("application/json;q=0, */*", "application/json")
    assert is_accepted("nonsense", "application/json") and is_accepted("application/*", "application/json")


def test_pages_of_a_list_lead_to_each_other_and_hold_all_of_it(
    app: Api, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 1)
    whole = [event["event_id"] for event in record.dataset.public_events]
    for address in (f"{ROOT}events?from=2021-08-15", f"{ROOT}events.json"):
        found, here = [], address
        while here:
            answer = ask(app, here)
            links = dict(re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers["link"]))
            assert {v: k for k, v in links.items()} == answer.json["links"] or len(links) < len(answer.json["links"])
            found += [event["event_id"] for event in answer.json["events"]]
            following = answer.json["links"].get("next")
            here = urljoin(here, following) if following else ""
        assert sorted(found) == sorted(whole) and answer.json["count"] == answer.json["pages"] == len(whole) > 1


def test_a_site_has_the_same_answers_as_files(app: Api, files: dict[str, bytes], described: Any) -> None:
    assert len(files) > 30
    patterns = [
        (re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path.strip("/")))), operation)
        for path, operation in operations(described)
    ]
    for name, content in files.items():
        path = name.removeprefix(f"{FOLDER}/")
        live = ask(app, ROOT + path)
        assert live.status == 200 and live.content == content, name
        if path != "openapi.json":
            operation = next(one for pattern, one in patterns if pattern.fullmatch(path))
            check(described, operation, live)


def test_between_two_days_of_change_only_the_day_differs(shipped_line: Timeline) -> None:
    from geo.answers.day import changes, state_of_day

    spans = changes(Record(shipped_line), {})["days"]
    assert spans[0]["date"] == shipped_line.dataset.first_day and spans[-1]["until"] == shipped_line.dataset.last_day
    for span in spans[::7]:
        first, last = (state_of_day(shipped_line, span[end], "assessed") for end in ("date", "until"))
        assert first | {"as_of": None} == last | {"as_of": None}


def test_links_of_files_lead_to_files(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".json") and (links := json.loads(content).get("links")):
            for address in links.values():
                assert urljoin(name, address) in files, (name, address)


SAME = [
    (("at", DAY, "--perspective", "nrf"), f"at?date={DAY}&perspective=nrf"),
    (("at", DAY, "--layer", "activity", "--window", "all", "--actor", "nrf"), f"at?date={DAY}&layer=activity&window=all&actor=nrf"),
    (("at", DAY, "--definition", "symmetric"), f"at?date={DAY}&definition=symmetric"),
    (("at", DAY, "--layer", "presence"), f"at?date={DAY}&layer=presence"),
    (("diff", "2021-08-15", DAY), f"diff?a=2021-08-15&b={DAY}"),
    (("diff", "2021-08-15", DAY, "--second-perspective", "taliban"), f"diff?a=2021-08-15&b={DAY}&pb=taliban"),
    (("presence", "2021-09-01"), "presence?date=2021-09-01"),
    (("province", "AF-BBB", "--from", "2021-08-16", "--to", LAST), f"province?province=AF-BBB&from=2021-08-16&to={LAST}"),
    (("sources",), "sources"),
    (("sources", "--from", "2021-08-20", "--to", LAST), f"sources?from=2021-08-20&to={LAST}"),
    (("events", "--from", "2021-08-15", "--to", LAST, "--type", "battles"), f"events?from=2021-08-15&to={LAST}&type=battles"),
    (("events", "--from", "2021-08-15", "--to", LAST, "--province", "AF-BBB"), f"events?from=2021-08-15&to={LAST}&area=AF-BBB"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "address"), SAME, ids=lambda value: value if isinstance(value, str) else "")
def test_the_command_line_says_the_same(
    app: Api, tiny_dir: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], address: str
) -> None:
    assert main([*words, "--data", str(tiny_dir), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    live = ask(app, ROOT + address).json
    assert {key: value for key, value in live.items() if key not in ("page", "pages", "links")} == told
    assert main(["api", address, "--data", str(tiny_dir)]) == 0
    assert json.loads(capsys.readouterr().out) == live


def test_geojson_is_that_of_the_command_line(
    app: Api, tiny_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "day.geojson"
    assert (
        main(["export", "zones", "--day", DAY, "--perspective", "nrf", "-o", str(path), "--data", str(tiny_dir)]) == 0
    )
    apart = taken_apart(path.read_bytes(), "geojson")  # an answer has no manifest: it is never a file of its own
    assert apart and ask(app, f"{ROOT}at?date={DAY}&perspective=nrf&format=geojson").content == apart[0]
    capsys.readouterr()
    main(["events", "--from", "2021-08-15", "--to", LAST, "--format", "geojson", "--data", str(tiny_dir)])
    told = capsys.readouterr().out
    assert ask(app, f"{ROOT}events?from=2021-08-15&to={LAST}&format=geojson").content.decode() == told


def test_the_shipped_rows_of_ucdp_are_those_of_the_command_line(
    shipped_line: Timeline, shipped_dir: Path, described: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    from geo.export.programs.bodies import answered

    record = record_of(shipped_line, shipped_dir)
    summary = json.loads(answered(record, "reference"))
    assert main(["reference", "--json", "--data", str(shipped_dir)]) == 0
    assert json.loads(capsys.readouterr().out) == summary
    valid(described, {"$ref": "#/components/schemas/ReferenceSummary"}, summary)
    span = ("--from", "2021-08-15", "--to", "2021-12-31")
    assert main(["events", *span, "--reference", "ucdp", "--json", "--data", str(shipped_dir)]) == 0
    rows = json.loads(answered(record, "reference/rows?from=2021-08-15&to=2021-12-31"))
    valid(described, {"$ref": "#/components/schemas/ReferenceRows"}, rows)
    assert json.loads(capsys.readouterr().out)["reference"]["rows"] == rows["rows"] and rows["count"] == len(
        rows["rows"]
    )


def test_nothing_that_is_withheld_leaves_by_any_path(app: Api, files: dict[str, bytes], described: Any) -> None:
    live = [ask(app, asked(path, operation)).content for path, operation in operations(described)]
    for content in (*files.values(), *live):
        assert not [secret for secret in SECRETS if secret in content.decode()]
    assert ask(app, f"{ROOT}events?q=searched").json["count"] == 0


def test_a_stale_answer_leaves_the_site(line: Timeline, tiny_dir: Path, tmp_path: Path) -> None:
    from geo.export.site import write_site

    write_site(line, tmp_path / "site", tiny_dir)
    stale = tmp_path / "site" / FOLDER / "at" / "2021-12-24.json"
    stale.write_text('{"says": "EV-2021-0003"}')
    names, gone = write_site(line, tmp_path / "site", tiny_dir)
    assert (
        not stale.exists()
        and gone == [f"{FOLDER}/at/2021-12-24.json"]
        and (tmp_path / "site" / FOLDER / "index.json").exists()
    )
    assert f"{FOLDER}/index.json" in names


def test_who_asks_too_much_is_asked_to_wait(now: Snapshot) -> None:
    clock = [0.0]
    app = Api(Limits(clock=lambda: clock[0]))
    for left in range(QUOTA - 1, -1, -1):
        headers = ask(app, f"{ROOT}versions").headers
        assert headers["ratelimit"].startswith(f'"default";r={left};')
    refused = ask(app, f"{ROOT}versions")
    assert refused.status == 429 and refused.headers["retry-after"] == "1" and refused.json["status"] == 429
    assert refused.headers["ratelimit-policy"] == f'"default";q={QUOTA};w={WINDOW}'
    assert ask(app, f"{ROOT}versions", client="192.0.2.2").status == 200, "another has a bucket of its own"
    clock[0] += 1
    assert ask(app, f"{ROOT}versions").status == 200


def test_only_so_many_addresses_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits_module, "MAX_CLIENTS", 3)
    limits = Limits(clock=lambda: 0.0)
    for number in range(10):
        limits.take(f"192.0.2.{number}")
    assert len(limits._buckets) == 3 and MAX_CLIENTS > 3


def test_who_asks_is_told_by_a_proxy_of_this_machine_only() -> None:
    def client(peer: str, told: str = "") -> str:
        headers = [(b"x-forwarded-for", told.encode())] if told else []
        return client_of({"type": "http", "client": (peer, 1), "headers": headers})

    assert client("127.0.0.1", "203.0.113.9, 198.51.100.7") == "198.51.100.7"
    assert client("192.0.2.1", "198.51.100.7") == "192.0.2.1"
    assert client("127.0.0.1", "nonsense") == "127.0.0.1"
    assert client("2001:db8:1:2:3::4") == client("2001:db8:1:2::9") == "2001:db8:1:2::/64"


def test_a_fault_of_ours_tells_nothing(app: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr(api_module, "body_of", fails)
    answer = ask(app, f"{ROOT}versions")
    assert answer.status == 500 and "secret" not in answer.content.decode()
    assert answer.json["title"] == "Internal Server Error"


def test_when_too_many_wait_others_are_asked_to_come_later(app: Api) -> None:
    app._answers._waiting = 10_000
    answer = ask(app, f"{ROOT}versions")
    assert answer.status == 503 and answer.headers["retry-after"] == "5"
