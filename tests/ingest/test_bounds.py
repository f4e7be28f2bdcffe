"""Nothing that comes of a file is larger than is said: cells, letters, answers; and what is kept is what is counted."""

from __future__ import annotations

import io
import json

import pytest

from geo.ingest.limited import pipe, sandbox, work
from geo.ingest.limited.sandbox import FOR_FILE, FOR_PAGE, TOGETHER, run_limited
from geo.ingest.limits import MAX_HEADING, MAX_LETTERS
from geo.ingest.map_columns import MAX_LETTERS as OF_A_CARD
from geo.ingest.map_columns import columns_for_map
from geo.ingest.plain import plain, plain_line, plain_value
from geo.ingest.result import Choices, FileRejected, RawRow, ReadTable, shown
from trials.amplified import KINDS, file

HIDDEN = "a\x1b[31m\u202eb\u2066c\u200f\x00\u2028d\ufeff\U000e0041"


def rows_of(*texts: str) -> ReadTable:
    return ReadTable("csv", ("date", "note"), tuple(RawRow(n, ("x", text)) for n, text in enumerate(texts, 2)), {})


@pytest.mark.parametrize("number", range(len(KINDS)), ids=list(KINDS))
def test_small_files_that_become_large_are_read_or_refused_in_a_line(number, tiny) -> None:
    _, content = file(number, 0.02)
    try:
        answer = run_limited(FOR_PAGE, content, tiny)
    except FileRejected as refused:
        assert "\n" not in str(refused) and len(str(refused)) < 400
    else:
        message = answer.message
        assert message["kind"] == "events" and message["read"] == message["accepted"] + message["aside"]
        assert answer.held < 2_000_000


def test_one_text_in_many_cells_is_counted_in_each(monkeypatch) -> None:
    monkeypatch.setattr(work, "MAX_LETTERS", 10)
    text = "12345"
    assert work.sound(rows_of(text))
    with pytest.raises(FileRejected, match=r"by row 3\); shorten"):
        work.sound(rows_of(text, text))
    assert MAX_LETTERS > 50_000 * 500  # a table of articles is still read


def test_too_many_cells_and_a_first_row_that_is_no_heading_are_refused(monkeypatch) -> None:
    with pytest.raises(FileRejected, match="column 2 has 501 letters; at most 500"):
        work.sound(ReadTable("csv", ("date", "x" * (MAX_HEADING + 1)), (), {}))
    monkeypatch.setattr(work, "MAX_CELLS", 3)
    with pytest.raises(FileRejected, match="4 cells; at most 3 are read; leave out columns"):
        work.sound(rows_of("a", "b"))


def test_the_process_is_stopped_when_it_answers_more_than_it_may(monkeypatch, make, tiny) -> None:
    """By its own count, and by ours, whatever its own says."""
    monkeypatch.setitem(sandbox.MOST, FOR_PAGE, 100)
    with pytest.raises(FileRejected) as refused:
        run_limited(FOR_PAGE, make.acled(), tiny)
    assert refused.value.code == "answer"
    with pytest.raises(FileRejected) as refused:
        list(pipe.parts(io.BytesIO(b'["events", 1000]\n' + b"x" * 1000), 500))
    assert refused.value.code == "answer"


@pytest.mark.parametrize("head", [b"nonsense\n", b'["x", -1]\n', b'["x", "1"]\n', b"[" * 300, b'{"a": 1}\n'])
def test_an_answer_that_is_none_is_refused(head) -> None:
    with pytest.raises(FileRejected):
        list(pipe.parts(io.BytesIO(head), 10_000))


def test_a_process_that_ends_before_it_has_said_all_has_refused(monkeypatch, make, tiny) -> None:
    monkeypatch.setattr(sandbox, "_SETTINGS", {"PYTHONHOME": "/nowhere"})
    with pytest.raises(FileRejected, match="broke on it"):
        run_limited(FOR_PAGE, make.acled(), tiny)


@pytest.mark.parametrize(("code", "why"), [(-24, "time"), (-9, "memory"), (-11, "process"), (1, "process")])
def test_why_a_process_ended_is_one_cause(code, why) -> None:
    assert sandbox._ended(code).code == why


def test_what_the_browser_has_to_hold_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr(work, "MAX_MAP", 5)
    with pytest.raises(FileRejected, match="in the browser"):
        work.packed(["123456"])


def test_what_is_held_is_what_is_counted(make, tiny) -> None:
    answer = run_limited(FOR_PAGE, make.acled(), tiny)
    made = sum(map(len, answer.made.values()))
    assert made < answer.held == made + len(json.dumps(answer.message))


def test_files_put_together_are_as_one(make, tiny) -> None:
    """Sorted, and numbered by the record of now, whatever the record of then had."""
    bodies = ("id,date,lat,lon\nB,2021-09-06,34.5,66.2\n", "id,date,lat,lon\nA,2021-09-05,34.5,66.2\nC,2021-09-07,,\n")
    files = []
    for body in bodies:
        answer = run_limited(FOR_PAGE, body.encode(), tiny)
        parts = {name: answer.made[name].decode() for name in ("columns", "cards")}
        files.append({**parts, "counts": None, "ids": answer.message["ids"]})
    older = files[1]["ids"]
    older["provinces"] = older["provinces"][::-1]
    merged = run_limited(TOGETHER, json.dumps(files).encode(), tiny).made
    columns = work._unpacked(merged["columns"].decode())
    assert columns["id"] == ["A", "B"] and len(work._unpacked(merged["cards"].decode())) == 2
    last = len(older["provinces"]) - 1
    assert columns["province"][0] == last - columns["province"][1]


def test_a_card_holds_no_more_than_it_shows(read, tiny) -> None:
    long = "x" * 100_000
    content = f"date,lat,lon,place,source,side_a,summary\n2021-09-05,34.5,66.2,{long},{long},{long},{long}\n"
    (card,) = columns_for_map(read(content.encode()).accepted, tiny)["cards"]
    assert len(json.dumps(card)) < 5 * OF_A_CARD


# --- what hides or turns ------------------------------------------------------------------


def test_nothing_that_hides_or_turns_is_left_in_a_text() -> None:
    assert plain(HIDDEN) == "a[31mbcd" and plain_line("a\n\tb") == "a b"
    assert plain("می‌خواهم") == "می‌خواهم"  # the joiner of Persian stays
    assert plain_value({HIDDEN: [HIDDEN, 1, None]}) == {"a[31mbcd": ["a[31mbcd", 1, None]}
    assert shown(HIDDEN) == "a[31mbcd"


def test_nothing_that_hides_or_turns_reaches_report_event_or_terminal(tiny) -> None:
    few = "a\x1b[31m\u202eb\u2066c"
    body = f"date,lat,lon,province,{few}\n2021-09-05,34.5,66.2,x,{few}\n{few},34.5,66.2,{few},y\n"
    answer = run_limited(FOR_FILE, body.encode(), tiny)
    message = answer.made["events"].decode() + answer.made["report"].decode() + "\n".join(answer.message["summary"])
    for text in (
        message,
        json.dumps(run_limited(FOR_PAGE, body.encode(), tiny).message, ensure_ascii=False),
    ):
        assert text.replace("\n", "").isprintable() and "a[31mbc" in text
        assert "u001b" not in text and "u202e" not in text


def test_a_refusal_holds_nothing_that_hides_or_turns(tiny) -> None:
    with pytest.raises(FileRejected) as refused:
        run_limited(FOR_FILE, f"a{HIDDEN},b\n1,2\n".replace("\x00", "").encode(), tiny, Choices())
    assert str(refused.value).isprintable() and "a[31mbc" in str(refused.value)
