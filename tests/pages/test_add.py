"""The page 'Add your data': a file to events of this session, every question, every number, nothing kept elsewhere."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.ingest.limited import sandbox, work
from geo.ingest.limited.pipe import END, Pen
from geo.ingest.limited.sandbox import SandboxAnswer
from geo.ingest.limited.work import aside_csv
from geo.ingest.limits import MAX_ANSWER
from geo.ingest.result import Choices, RejectedRow
from geo.ingest.run import Watch
from geo.record.spans import add_days
from geo.wording.text import t
from pages.ui.add import added
from pages.ui.add import file as add_file

ROW = {"date": "2021-09-05", "lat": "35.31", "lon": "69.51", "name": "A", "province": ""}
TRAP = "![x](https://evil.example/x.png) <img src=x onerror=a()> {{7*191}} :red[z] $x^2$"


def table(*rows: dict[str, str]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def here(task: str, content: bytes, dataset: Any, choices: Choices, watch: Watch) -> SandboxAnswer:
    """What the limited process answers, worked out in this one, to be quick."""
    out = io.BytesIO()
    pen = Pen(out, MAX_ANSWER)
    work.TASKS[task](pen, content, dataset, choices, watch)
    pen.part(END, b"")
    out.seek(0)
    answer = sandbox._heard(out, MAX_ANSWER, None)
    assert answer
    return answer


def events_of(page: AppTest) -> dict[str, Any]:
    """The columns of the one file that was taken over."""
    (file,) = page.session_state[added.ADDED].values()
    found: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(file["columns"])))
    return found


@pytest.fixture
def bring(visit_page, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """bring(content, name="a.csv"): the page with a file uploaded (read in this process, to be quick)."""
    monkeypatch.setattr(add_file, "run_limited", here)

    def with_file(content: bytes, name: str = "a.csv") -> AppTest:
        page = visit_page("add")
        page.file_uploader[0].set_value((name, content, "text/plain"))
        return sound(page.run())

    return with_file


def sound(page: AppTest) -> AppTest:
    assert not page.exception, page.exception
    return page


def texts(page: AppTest) -> str:
    return "\n".join(text.value for text in page.text)


def sum_of(page: AppTest) -> str:
    return next(text.value for text in page.text if text.value.startswith("Rows: "))


def button(page: AppTest, key: str) -> Any:
    return next(one for one in page.button if one.key == key)


def widget(page: AppTest, kind: str, name: str) -> Any:
    return next(one for one in getattr(page, kind) if one.key.endswith(f"_{name}"))


def test_before_a_file_it_says_what_can_be_brought_and_what_becomes_of_it(visit_page) -> None:
    page = sound(visit_page("add"))
    assert t("add.private") in texts(page)
    message = "\n".join(text.value for text in page.markdown)
    assert all(t(f"add.format.{name}.about") in message for name in ("acled", "ucdp", "gtd", "gdelt", "table", "map"))


def test_a_file_is_read_summed_up_taken_over_and_removed(bring, shipped) -> None:
    page = bring(table(ROW, ROW | {"date": ""}, ROW | {"date": "2021-09-06", "name": "B"}))
    assert sum_of(page) == t("add.sum", read=3, accepted=2, aside=1)
    assert t("add.aside_line", count=1, why=t("add.reason.date_missing"), rows="3") in texts(page)
    assert page.session_state[added.ADDED] == {}
    taken = sound(button(page, "add_take").click().run())
    events = events_of(taken)
    provinces = list(shipped.by_id("provinces"))
    assert events["title"] == ["A", "B"] and provinces[events["province"][0]] == "AF-PAN"
    json.dumps(taken.session_state[added.ADDED])  # plain data
    assert t("add.added_file", name="a.csv", count=2) in texts(taken)
    assert not taken.query_params and add_file.ANSWER not in taken.session_state
    gone = sound(button(taken, "add_remove_0").click().run())
    assert gone.session_state[added.ADDED] == {} and "a.csv" not in texts(gone)


def test_other_sessions_see_nothing_of_it(bring, visit_page) -> None:
    page = bring(table(ROW))
    sound(button(page, "add_take").click().run())
    assert "a.csv" not in texts(sound(visit_page("add")))


def test_a_refused_file_is_refused_in_one_line_and_nothing_is_taken(bring) -> None:
    page = bring(b"%PDF-1.7", "report.pdf")
    assert "PDF" in page.error[0].value and not [one for one in page.button if one.key == "add_take"]


def test_solar_hijri_dates_are_converted_when_the_reader_says_so(bring, shipped) -> None:
    page = bring(table(ROW | {"date": "1400-06-14"}))
    assert sum_of(page) == t("add.sum", read=1, accepted=0, aside=1)
    assert button(page, "add_take").disabled
    page = sound(widget(page, "radio", "calendar").set_value("solar-hijri").run())
    assert sum_of(page) == t("add.sum", read=1, accepted=1, aside=0)
    taken = sound(button(page, "add_take").click().run())
    assert add_days(shipped.first_day, events_of(taken)["start"][0]) == "2021-09-05"


def test_the_order_of_day_and_month_is_asked(bring) -> None:
    page = bring(table(ROW | {"date": "05/09/2021"}))
    assert widget(page, "radio", "day_order").value is None
    page = sound(widget(page, "radio", "day_order").set_value("dmy").run())
    assert sum_of(page) == t("add.sum", read=1, accepted=1, aside=0)


def test_swapped_coordinates_are_offered(bring) -> None:
    page = bring(table(ROW, ROW | {"lat": "69.51", "lon": "35.31"}))
    assert sum_of(page) == t("add.sum", read=2, accepted=1, aside=1)
    page = sound(widget(page, "checkbox", "swap").check().run())
    assert sum_of(page) == t("add.sum", read=2, accepted=2, aside=0)
    page = sound(widget(page, "checkbox", "swap").uncheck().run())
    assert sum_of(page) == t("add.sum", read=2, accepted=1, aside=1)


def test_doubtful_names_are_listed_and_taken_when_chosen(bring) -> None:
    page = bring(table(ROW | {"lat": "", "lon": "", "province": "Panshar"}))
    names = widget(page, "multiselect", "names")
    assert "Panjshir" in names.options[0]
    page = sound(names.set_value([("Panshar", "AF-PAN", names.options[0])]).run())
    assert sum_of(page) == t("add.sum", read=1, accepted=1, aside=0)
    page = sound(widget(page, "multiselect", "names").set_value([]).run())
    assert sum_of(page) == t("add.sum", read=1, accepted=0, aside=1)


def test_columns_that_are_not_found_are_asked_for_and_can_be_changed(bring) -> None:
    page = bring(table({"weekday": "x", "north": "35.31", "lon": "69.51", "fell": "2021-09-05", "head": "H"}))
    assert t("add.field_place") in page.warning[0].value
    page = sound(widget(page, "selectbox", "field_lat").set_value("north").run())
    assert sum_of(page) == t("add.sum", read=1, accepted=1, aside=0)
    page = sound(widget(page, "selectbox", "field_title").set_value("head").run())
    taken = sound(button(page, "add_take").click().run())
    assert events_of(taken)["title"] == ["H"]


def test_a_known_source_can_be_read_as_a_table(bring) -> None:
    page = bring(
        table(ROW | {"event_id_cnty": "1", "event_date": "2021-09-05", "event_type": "Battles", "actor1": "x"})
    )
    assert t("add.read_as", title=t("add.layout.acled")) in [heading.value for heading in page.subheader]
    page = sound(widget(page, "selectbox", "layout").set_value("table").run())
    assert t("add.read_as", title=t("add.layout.table")) in [heading.value for heading in page.subheader]


def test_a_layout_that_the_file_has_not_is_refused_and_can_be_taken_back(bring) -> None:
    page = bring(table(ROW))
    page = sound(widget(page, "selectbox", "layout").set_value("gtd").run())
    assert "lacks the columns" in page.error[0].value
    page = sound(widget(page, "selectbox", "layout").set_value("").run())
    assert sum_of(page) == t("add.sum", read=1, accepted=1, aside=0)


def test_a_guessed_encoding_is_said_to_be_a_guess_and_can_be_changed(bring) -> None:
    content = table(ROW | {"name": "Café"}).decode().encode("cp1252")
    page = bring(content)
    assert "cp1252" in page.warning[0].value
    page = sound(widget(page, "selectbox", "encoding").set_value("cp1256").run())
    assert not page.warning
    page = sound(widget(page, "selectbox", "encoding").set_value("utf-8").run())
    assert "not utf-8" in page.error[0].value.replace("\\", "")


def test_a_file_is_worked_on_once_for_the_same_answers(bring, monkeypatch) -> None:
    done: list[str] = []
    page = bring(table(ROW | {"date": "05/09/2021"}))
    monkeypatch.setattr(add_file, "run_limited", lambda *a: done.append(a[3].day_order) or here(*a))
    page = sound(widget(page, "radio", "day_order").set_value("dmy").run())
    assert done == ["dmy"]
    sound(page.run())
    assert done == ["dmy"]


def test_text_of_the_file_stands_nowhere_as_markdown(bring, markdown_of) -> None:
    hostile = {"date": "2021-09-05", "lat": "35.31", "lon": "69.51", TRAP: TRAP, "name": TRAP, "province": TRAP}
    page = bring(table(hostile, hostile | {"date": TRAP}), f"{TRAP}.csv")
    page = sound(button(page, "add_take").click().run())
    assert TRAP in texts(page)  # the name of the file, as text
    for shown in markdown_of(page):
        assert "evil" not in shown and "{{" not in shown
    page = bring(table({TRAP: "1", "b": "2"}), "b.csv")
    assert all("](https" not in shown for shown in markdown_of(page))


def test_the_rows_set_aside_run_nothing_in_a_spreadsheet() -> None:
    rows = [RejectedRow(2, "=1+1", "date", "@SUM(A1)", "date_format"), RejectedRow(3, "x", "", "-2", "number")]
    heading, first, second = csv.reader(io.StringIO(aside_csv(rows).decode("utf-8-sig")))
    assert heading[:5] == ["row", "id", "field", "value", "reason"]
    assert first[:5] == ["2", "'=1+1", "date", "'@SUM(A1)", "date_format"] and second[3] == "'-2"


def test_columns_for_the_map_are_there_once_a_file_was_taken_over(bring, shipped) -> None:
    page = bring(table(ROW, ROW | {"date": "2018-01-01"}))
    page = sound(button(page, "add_take").click().run())
    assert t("add.outside_days", count=1, first="15 August 2021", last="")[:20] in texts(page)
