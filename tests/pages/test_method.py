"""The method page: the document, the hard cases, every contradiction, the rules, how to cite."""

from __future__ import annotations

from pathlib import Path

from geo.control.hard_cases import CASES, contradicted_claims, contradicted_events
from geo.reading.method import changes, parts_of
from geo.record.load import public
from geo.wording.text import t
from tests.pages.html_page import HtmlPage

ROOT = Path(__file__).resolve().parents[2]


def test_it_shows_the_document_and_the_rules(visit_page) -> None:
    page = visit_page("method")
    assert not page.exception
    shown = "\n".join(element.value for element in page.markdown)
    lead, *parts = parts_of((ROOT / "docs/method.md").read_text("utf-8"))
    assert lead.markdown in shown and len(parts) > 12 and all(part.markdown in shown for part in parts)
    assert {part.title for part in parts} <= {heading.value for heading in page.subheader}
    ways = {link.address for link in HtmlPage(page).links}
    assert {f"#{part.anchor}" for part in parts} <= ways, "each part is in the list of this page"
    assert page.header[0].value == t("method.title")
    assert "No private person's name" in shown and "](../" not in shown


def test_every_case_is_drawn_in_each_view(visit_page) -> None:
    shown = HtmlPage(visit_page("method"))
    assert all(t(f"method.cases.{case.key}") in shown.text for case in CASES)
    links = [link for link in shown.links if link.label == t("method.cases_as_map")]
    wanted = [(case.day, perspective) for case in CASES for perspective in case.perspectives]
    assert len(links) == len(wanted)
    for link, (day, perspective) in zip(links, wanted, strict=True):
        assert link.query["date"] == day
        assert link.query.get("perspective", "assessed") == perspective


def test_every_contradiction_has_a_link(visit_page, shipped) -> None:
    page = visit_page("method")
    shown = HtmlPage(page)
    linked = {link.query.get("event") for link in shown.links}
    assert {event["event_id"] for event in contradicted_events(shipped)} <= linked
    assert all(claim["claim_id"] in shown.text for claim in contradicted_claims(shipped))
    assert f"{len(contradicted_events(shipped))} events graded" in shown.text
    assert f"{len(contradicted_claims(shipped))} control claims" in shown.text


def test_the_day_of_the_view_is_cited(visit_page, shipped) -> None:
    page = visit_page("method", date="2021-09-05", perspective="both")
    cited = page.code[0].value
    assert "2021-09-05" in cited and "perspective both" in cited and shipped.version in cited


def test_the_versions_and_the_changes_of_the_record(visit_page, shipped) -> None:
    page = visit_page("method")
    html = HtmlPage(page)
    releases, touched = html.table("Version"), html.table("Entered", "Revised")
    assert shipped.version in releases.column("Version")
    assert sum(map(int, touched.column("Entered"))) == len(public(shipped.records("events")))
    revised = sum(bool(event["revised_on"]) for event in public(shipped.records("events")))
    assert sum(map(int, touched.column("Revised"))) == revised
    shown = "\n".join(element.value for element in page.markdown)
    assert changes((ROOT / "CHANGELOG.md").read_text("utf-8")) in shown
    assert any("how to correct us" in element.value for element in page.subheader)


def test_whoever_serves_a_copy_may_name_a_contact(visit_page, monkeypatch) -> None:
    texts = [element.value for element in visit_page("method").text]
    assert t("method.no_contact") in texts
    monkeypatch.setenv("REPLAY_CONTACT", "desk <script>")
    assert "Contact for this copy: desk <script>" in [element.value for element in visit_page("method").text]


def test_only_what_concerns_the_record_is_a_change_of_it() -> None:
    text = "## 2\n### Added\n- page\n### Data\n- [two](x.md)\n## 1\n### Data\n- one\n"
    assert changes(text) == "- two\n- one"


def test_hostile_text_stays_text(visit_hostile, shows_only_text) -> None:
    shows_only_text(visit_hostile("method"))


def test_junk_is_told(visit_page) -> None:
    page = visit_page("method", date="x", event="y")
    assert not page.exception
    assert sum("asked for" in element.value for element in page.text) == 2


def test_without_a_record_it_says_so(visit_broken) -> None:
    page = visit_broken("method")
    assert not page.exception and len(page.error) == 1


def test_changes_of_the_record_say_that_they_are_english(visit_page) -> None:
    found = [text for text, marks in HtmlPage(visit_page("method", lang="fa")).marked if marks.get("lang") == "en"]
    assert "34 provinces and 398 districts (scheme of 2005), places, rivers and relief from pinned packages." in found
