"""Names as they are compared: in search and import, as headings, and as they are stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.record.normalise import ascii_letters, heading, normalise, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Panjshīr", "panjshir"), ("Dih-Salah", "dihsalah"), ("EV-2021-0001", "ev20210001"), ("پنجشير", "پنجشیر"),
        ("كابل", "کابل"), ("Sa'id", "said"), ("  a \n b ", "a b"), ("ﭘ", "پ"),
    ],
)  # fmt: skip
def test_spellings_that_fold_into_one(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Event Date", "event_date"), ("EVENT-DATE", "event_date"), (" event_date ", "event_date"),
        ("eventdate", "eventdate"), ("تاريخ", "تاریخ"), ("تاريخ ختم", "تاریخ_ختم"), ("ولسوالي", "ولسوالی"),
        ("قر\u064cيه", "قریه"), ("نېټه", "نیټه"), ("Année", "annee"), ("", ""),
    ],
)  # fmt: skip
def test_headings(text: str, key: str) -> None:
    assert heading(text) == key


@given(st.text(max_size=40))
def test_a_heading_differs_from_a_name_only_in_gaps_and_signs(text: str) -> None:
    assert heading(heading(text)) == heading(text)
    without = str.maketrans("", "", "_'’`- ")
    assert heading(text).translate(without) == normalise(text).translate(without)


def test_what_is_stored_is_ascii() -> None:
    assert ascii_letters("Qal‘ah-ye Now Ābād") == "Qalah-ye Now Abad"
    assert slug("Qal‘ah-ye  Now (Ābād)") == "qalah-ye-now-abad" and slug("کابل") == ""
