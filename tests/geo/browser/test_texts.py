"""Which texts of the catalogue the browser gets: those that its modules name or may put together."""

from __future__ import annotations

import re

import pytest

from geo.browser.assets import web_modules
from geo.browser.texts import browser_texts
from geo.wording.text import catalogue

TEXTS = dict.fromkeys(
    ("card.close", "card.close_one", "card.open", "grade.a", "grade.a.hint", "grade.b_c.why", "sum.x_of_y", "other.z"),
    "",
)


@pytest.mark.parametrize(
    ("module", "found"),
    [
        ('t("card.close")', ["card.close", "card.close_one"]),
        ("t(`grade.${value}`)", ["grade.a", "grade.a.hint", "grade.b_c.why"]),
        ("t(`grade.${value}.why`)", ["grade.b_c.why"]),
        ("t(`sum.${a ? `x_${b}` : c}_y`)", ["sum.x_of_y"]),
        ("t(`sum.${name({ of: 1 })}_of_y`)", ["sum.x_of_y"]),
        ('const key = "other"; t(`${key}.${value}`)', ["other.z"]),
        ("const all = { other: [1] }; t(`${key}.${value}`)", ["other.z"]),
        ("t(`${key}.${value}`)", []),
        ('"grade"', []),
    ],
)
def test_a_key_is_found_as_string_and_as_template(module: str, found: list[str]) -> None:
    assert list(browser_texts(TEXTS, [module])) == found


def test_a_string_of_another_module_begins_no_template() -> None:
    assert browser_texts(TEXTS, ['"other"', "t(`${key}.${value}`)"]) == {}


def test_all_keys_that_modules_name_are_there_and_pages_of_the_server_are_not() -> None:
    modules = web_modules().values()
    texts = browser_texts(catalogue(), modules)
    named = {key for module in modules for key in re.findall(r"""\bt\(\s*"([^"]+)"[,)]""", module)}
    assert len(named) > 150 and named <= texts.keys()
    assert not [key for key in texts if key.startswith(("add.", "quality.", "export."))]
