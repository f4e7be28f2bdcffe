"""Any view becomes an address and the same view again; any address becomes a view."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from geo.address.keys import DEFINITIONS, FILTER_KEYS, URL_KEYS, allowed_values
from geo.address.view import ViewState, first_view, from_query, to_query
from geo.address.windows import WINDOWS
from geo.record.load import load
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days

TINY = load(Path(__file__).resolve().parents[1] / "tiny" / "data")
DAYS = st.integers(0, 47).map(lambda days: add_days(TINY.first_day, days))


def some_of(key: str) -> st.SearchStrategy[str | None]:
    """None, or some of the allowed values in their order, joined by commas."""
    allowed = list(allowed_values(key, TINY))
    return st.none() | st.sets(st.sampled_from(allowed), min_size=1).map(
        lambda chosen: ",".join(v for v in allowed if v in chosen)
    )


def consistent(view: ViewState) -> ViewState:
    """No day on show lies after the one by which things are known; by another definition there is one answer."""
    one = view if view.definition == "ours" else replace(view, perspective="assessed")
    last = view.known_by or TINY.last_day
    return replace(one, date=min(view.date, last), since=view.since and min(view.since, last))


VIEWS = st.builds(
    ViewState,
    date=DAYS,
    perspective=st.sampled_from(VIEW_PERSPECTIVES),
    window=st.sampled_from(WINDOWS),
    since=st.none() | DAYS,
    province=st.none() | st.sampled_from(sorted(TINY.by_id("provinces"))),
    district=st.none() | st.sampled_from(sorted(TINY.by_id("districts"))),
    place=st.none() | st.sampled_from(["PL-beta", "PL-lost"]),
    event=st.none() | st.sampled_from(["EV-2021-0001", "EV-2021-0006"]),
    definition=st.sampled_from(DEFINITIONS),
    known_by=st.none() | st.just(add_days(TINY.first_day, 46)),
    at=st.none() | st.builds("{:.3f},{:.3f},{:.2f}".format, st.floats(25, 43), st.floats(54, 81), st.floats(4, 12)),
    **{key: some_of(key) for key in FILTER_KEYS},
).map(consistent)


@given(VIEWS)
def test_a_view_comes_back_from_its_address(view: ViewState) -> None:
    assert from_query(to_query(view, TINY), TINY) == (view, [])


@given(VIEWS, st.dictionaries(st.text(min_size=1), st.text()))
def test_strange_keys_change_nothing(view: ViewState, others: dict[str, str]) -> None:
    strange = {key: value for key, value in others.items() if key not in URL_KEYS}
    assert from_query(strange | to_query(view, TINY), TINY)[0] == view


JUNK = st.text() | st.sampled_from(
    [
        "2021-08-20",
        "nrf",
        "7",
        "battles,battles",
        ",",
        "AF-AAA",
        "EV-2021-0003",
        "\x00",
        "9999-12-31",
        "34.5,69,8",
        "90,0,4",
    ]
)


@given(st.dictionaries(st.sampled_from([*URL_KEYS, "utm_source", "data"]), JUNK))
def test_any_address_is_a_view_and_what_is_not_used_is_told(query: dict[str, str]) -> None:
    view, refused = from_query(query, TINY)
    message = {problem.key for problem in refused}
    for key in URL_KEYS:
        if key in message or key not in query:
            opened = getattr(first_view(TINY), key)
            is_later = key == "date" and view.known_by is not None and view.known_by < opened
            assert getattr(view, key) == (view.known_by if is_later else opened)
    for problem in refused:
        assert query[problem.key].startswith(problem.value)
        assert len(problem.value) <= 60
    assert view.event != "EV-2021-0003"
    assert from_query(to_query(view, TINY), TINY) == (view, [])
