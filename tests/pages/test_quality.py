"""The data quality page: its figures are those of `python -m geo check` and `coverage`."""

from __future__ import annotations

import json

from geo.cli import main
from geo.queries.samples import samples
from geo.reading.province_words import month_in_words
from geo.wording.dates import plain_date
from geo.wording.sample_words import figures_of, limits_of
from geo.wording.text import t
from tests.pages.html_page import HtmlPage


def requested(capsys, shipped_dir, command: str) -> dict:
    main([command, "--json", "--data", str(shipped_dir)])
    return json.loads(capsys.readouterr().out)


def test_every_figure_is_that_of_check(visit_page, shipped_dir, capsys) -> None:
    page = visit_page("quality")
    assert not page.exception
    found = requested(capsys, shipped_dir, "check")
    shown = HtmlPage(page)
    shares = shown.table("Of all events").column("Share, %")
    assert shares[:2] == [
        f"{found['share_two_independent_sources_pct']:.1f} %",
        f"{found['share_single_party_pct']:.1f} %",
    ]
    events = sum(found["by_grade"].values())
    assert shares[2] == f"{round(100 * found['by_grade']['claimed'] / events, 1):.1f} %"
    assert f"The record holds {events:,} events" in shown.text
    withheld = t("quality.rely.withheld", count=found["withheld"])
    assert (withheld if found["withheld"] else t("quality.rely.withheld_none")) in shown.text
    records = shown.tables[-1]
    assert records.column("Records") == [f"{count:,}" for count in found["records"].values()]
    assert shown.text.index("python -m geo") > shown.text.index(records.caption), "files and commands stand last"
    mixes = ("by_grade", "by_where_precision", "by_date_precision", "by_year", "by_source_kind", "by_province")
    tables = [table for table in shown.tables if table.heads[1:] == ["Events", "Share, %"]]
    for table, key in zip(tables, mixes, strict=True):
        assert sorted(table.column("Events")) == sorted(f"{count:,}" for count in found[key].values()), key
    assert f"Suspected duplicates ({len(found['suspected_duplicates'])} pair" in shown.text
    assert f"Unresolved sources ({len(found['unresolved_sources'])})" in shown.text
    assert f"Reports without a day ({found['records']['undated']})" in shown.text
    linked = {link.query.get("event") for link in shown.links}
    assert {one for pair in found["suspected_duplicates"] for one in pair} <= linked
    assert set(found["unresolved_sources"]) <= {link.query.get("source") for link in shown.links}
    assert found["dataset"] in shown.text


def test_the_coverage_is_that_of_coverage(visit_page, shipped_dir, capsys) -> None:
    shown = HtmlPage(visit_page("quality"))
    quarters = requested(capsys, shipped_dir, "coverage")["quarters"][::-1]
    ours, others = shown.table("Quarter", "All grades"), shown.table("Quarter", "What is counted")
    assert ours.column("Quarter") == [quarter["name"] for quarter in quarters]
    totals = [sum(quarter["ours"].values()) for quarter in quarters]
    assert ours.column("All grades") == [str(total) if total else "–" for total in totals]
    for grade in quarters[0]["ours"]:
        assert ours.column(grade) == [str(q["ours"][grade]) if q["ours"][grade] else "–" for q in quarters]
    silent = [", ".join(map(month_in_words, quarter["silent_months"])) for quarter in quarters]
    assert ours.column(t("quality.column.silent")) == silent
    assert others.column("What is counted") == [c["label"] for quarter in quarters for c in quarter["counts"]]


def test_undated_reports_stand_with_their_reasons(visit_page, shipped) -> None:
    table = HtmlPage(visit_page("quality")).table("Why it can’t be dated")
    assert table.column("Why it can’t be dated") == [row["reason"] for row in shipped.records("undated")]


def test_withheld_is_a_number_only(visit_hostile) -> None:
    page = visit_hostile("quality")
    assert not page.exception
    shown = HtmlPage(page)
    assert "1 event is withheld" in shown.text
    assert not any("EV-2021-0003" in link.address for link in shown.links) and "EV-2021-0003" not in shown.text


def test_junk_is_told(visit_page) -> None:
    page = visit_page("quality", date="<b>", perspective="![x](https://evil.example)")
    assert not page.exception
    assert sum("asked for" in element.value for element in page.text) == 2


def test_without_a_record_it_says_so(visit_broken) -> None:
    page = visit_broken("quality")
    assert not page.exception and len(page.error) == 1


def test_our_events_stand_beside_ucdp_as_the_command_line_tells(visit_page, shipped_dir, capsys) -> None:
    page = HtmlPage(visit_page("quality"))
    main(["coverage", "--reference", "--json", "--data", str(shipped_dir)])
    quarters = json.loads(capsys.readouterr().out)["quarters"][::-1]
    shown = [quarter for quarter in quarters if quarter["covered"]]
    table = page.table("UCDP rows", "Quarter")
    counted_rows, (gap,) = table.rows[: len(shown)], table.rows[len(shown) :]
    assert [row[0].split(":")[0] for row in counted_rows] == [quarter["name"] for quarter in shown]
    for column, key in (("UCDP rows", "ucdp"), ("Only in UCDP", "ucdp_only"), ("Our violent events", "ours")):
        wanted = [t("reference.ours_ended") if quarter[key] is None else f"{quarter[key]:,}" for quarter in shown]
        assert [row[table.heads.index(column)] for row in counted_rows] == wanted
    here = sum(quarter["not_counted"] for quarter in quarters if not quarter["covered"])
    assert gap[1].startswith("not known") and str(here) in gap[1], "months that no release covers are never a number"
    provinces = next(one for one in page.tables if "Only in ours" in one.heads and "Quarter" not in one.heads)
    assert sum(map(int, provinces.column("UCDP rows"))) <= sum(quarter["ucdp"] or 0 for quarter in shown)
    assert "CC BY 4.0" in page.text


def test_the_last_sample_stands_first_with_its_limits_and_all_samples_as_a_table(visit_page) -> None:
    page = HtmlPage(visit_page("quality"))
    assert " ".join(figures_of(samples()[-1]).split()) in page.text
    assert all(" ".join(limit.split()) in page.text for limit in limits_of(samples()[-1]))
    table = page.table(t("samples.column.drawn"))
    assert table.row_heads == [plain_date(sample["drawn_on"]) for sample in reversed(samples())]
    assert table.column(t("samples.column.read")) == [str(sample["read"]) for sample in reversed(samples())]
