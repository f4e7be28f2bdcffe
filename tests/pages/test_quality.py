"""The data quality page: its figures are those of `python -m geo check` and `coverage`."""

from __future__ import annotations

import json

from geo.cli import main
from geo.queries.samples import samples
from geo.wording.sample_words import figures_of, limits_of


def requested(capsys, shipped_dir, command: str) -> dict:
    main([command, "--json", "--data", str(shipped_dir)])
    return json.loads(capsys.readouterr().out)


def test_every_figure_is_that_of_check(visit_page, shipped_dir, capsys) -> None:
    page = visit_page("quality")
    assert not page.exception
    found = requested(capsys, shipped_dir, "check")
    figures, records = (table.value for table in page.table)
    tables = [frame.value for frame in page.dataframe]
    assert list(map(float, figures["Value"])) == [
        found["share_two_independent_sources_pct"],
        found["share_single_party_pct"],
        found["withheld"],
        len(found["not_in_stated_place"]),
    ]
    assert list(map(int, records["Records"])) == list(found["records"].values())
    mixes = ("by_grade", "by_where_precision", "by_date_precision", "by_year", "by_source_kind", "by_province")
    first = len(tables) - len(mixes) - 1  # the last one holds the reports without a day
    for table, key in zip(tables[first:-1], mixes, strict=True):
        assert sorted(table["Events"]) == sorted(found[key].values()), key
    headings = "\n".join(heading.value for heading in page.subheader)
    assert f"({len(found['suspected_duplicates'])} pairs)" in headings
    assert f"Unresolved sources ({len(found['unresolved_sources'])})" in headings
    assert f"Reports without a day ({found['records']['undated']})" in headings
    links = "\n".join(link.proto.query_string for link in page.get("page_link"))
    assert all(f"event={one}" in links for pair in found["suspected_duplicates"] for one in pair)
    assert all(f"source={one}" in links for one in found["unresolved_sources"])
    assert found["dataset"] in page.text[0].value


def test_the_coverage_is_that_of_coverage(visit_page, shipped_dir, capsys) -> None:
    page = visit_page("quality")
    quarters = requested(capsys, shipped_dir, "coverage")["quarters"][::-1]
    ours, others = page.dataframe[0].value, page.dataframe[1].value
    assert list(ours["Quarter"]) == [quarter["name"] for quarter in quarters]
    totals = [sum(quarter["ours"].values()) for quarter in quarters]
    assert list(ours["All grades"]) == [str(total) if total else "–" for total in totals]
    for grade in quarters[0]["ours"]:
        assert list(ours[grade]) == [str(q["ours"][grade]) if q["ours"][grade] else "–" for q in quarters]
    assert list(ours["Months without a record"]) == [", ".join(quarter["silent_months"]) for quarter in quarters]
    assert list(others["What is counted"]) == [c["label"] for quarter in quarters for c in quarter["counts"]]


def test_undated_reports_stand_with_their_reasons(visit_page, shipped) -> None:
    table = visit_page("quality").dataframe[-1].value
    assert list(table["Why it can’t be dated"]) == [row["reason"] for row in shipped.records("undated")]


def test_withheld_is_a_number_only(visit_hostile) -> None:
    page = visit_hostile("quality")
    assert not page.exception
    assert list(page.table[0].value["Value"])[2] == "1"
    shown = "".join(link.proto.query_string for link in page.get("page_link"))
    assert "EV-2021-0003" not in shown


def test_junk_is_told(visit_page) -> None:
    page = visit_page("quality", date="<b>", perspective="![x](https://evil.example)")
    assert not page.exception
    assert sum("asked for" in element.value for element in page.text) == 2


def test_without_a_record_it_says_so(visit_broken) -> None:
    page = visit_broken("quality")
    assert not page.exception and len(page.error) == 1


def test_our_events_stand_beside_ucdp_as_the_command_line_tells(visit_page, shipped_dir, capsys) -> None:
    page = visit_page("quality")
    main(["coverage", "--reference", "--json", "--data", str(shipped_dir)])
    quarters = json.loads(capsys.readouterr().out)["quarters"][::-1]
    shown = [quarter for quarter in quarters if quarter["covered"] or quarter["not_counted"]]
    table = next(frame.value for frame in page.dataframe if "UCDP rows" in frame.value and "Quarter" in frame.value)
    assert list(table["Quarter"]) == [quarter["name"] for quarter in shown]
    for column, key in (("UCDP rows", "ucdp"), ("Only in UCDP", "ucdp_only"), ("Our violent events", "ours")):
        wanted = ["not known" if quarter[key] is None else f"{quarter[key]:,}" for quarter in shown]
        assert list(table[column]) == wanted
    assert "not known" in set(table["UCDP rows"]), "months that no release covers are never a number"
    provinces = next(f.value for f in page.dataframe if "Only in ours" in f.value and "Quarter" not in f.value)
    assert sum(map(int, provinces["UCDP rows"])) <= sum(quarter["ucdp"] or 0 for quarter in shown)
    assert any("CC BY 4.0" in caption.value for caption in page.caption)


def test_the_last_sample_stands_first_with_its_limits_and_all_samples_as_a_table(visit_page) -> None:
    page = visit_page("quality")
    assert any(figures_of(samples()[-1]) == element.value for element in page.text)
    told = "\n".join(element.value for element in page.markdown).replace("\\", "").replace("\u2060", "")
    assert all(limit in told for limit in limits_of(samples()[-1]))
    html = next(one.proto.body for one in page.get("html") if 'class="samples"' in one.proto.body)
    assert html.count('<th scope="row">') == len(samples())
