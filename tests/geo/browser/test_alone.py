"""What a module that is sent alone states itself, it states as Python does."""

from __future__ import annotations

import re

import pytest

from geo.browser.sheets import WEB
from geo.search import days


@pytest.mark.parametrize("name", ["FIRST_GREGORIAN", "MAX_DAY_LETTERS"])
def test_the_field_of_a_day_has_the_limits_of_the_search(name: str) -> None:
    text = (WEB / "fields" / "date_field.js").read_text("utf-8")
    assert re.findall(rf"const {name} = (\d+);", text) == [str(getattr(days, name))]
