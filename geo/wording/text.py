"""Interface text: one function, one catalogue a language (a folder of files by subject); an unknown key shows as itself."""

from __future__ import annotations

import re
from functools import cache
from numbers import Integral, Real

from geo.wording.catalogues import catalogue
from geo.wording.language import language

__all__ = ["catalogue", "digits", "html_tag", "in_digits", "in_percent", "isolated", "t"]

#: A value begins with its own direction here, and ends here what it turned round.
ISOLATE, POP = "\u2068", "\u2069"
#: What runs from left to right in a text; what makes it one that runs from right to left; a number alone.
_LATIN, _ARABIC = re.compile(r"[A-Za-z\u00c0-\u024f]"), re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_NUMBER = re.compile(r"[0-9\u06f0-\u06f9\u066b\u066c]*")
_SLOT = re.compile(r"\{(\w+)\}")


def t(key: str, /, **values: object) -> str:
    """The text of a key in the language that is spoken, with `{name}` replaced by the given values (as plain text).

    Of a text that counts there may be a form for one, under `KEY_one`: it is taken where `count` is 1. A number is told in
    the digits of the language, a `count` as '1,024'. In a language that is written from right to left each value that is
    not wholly of its letters and digits is isolated, so that it turns nothing round.
    """
    texts, count = catalogue(language()), values.get("count")
    form = f"{key}_one" if str(count) == "1" else key
    text = texts.get(form) or texts.get(key, key)
    return _SLOT.sub(lambda found: _put_in(found[1], values), text) if values else text


def in_digits(value: float | Real) -> str:
    """A number as it is read: '1,024', '0.5'; at most three digits after the point."""
    return _western(f"{value:,}" if isinstance(value, Integral) else f"{float(value):,.3f}".rstrip("0").rstrip("."))


def in_percent(value: float) -> str:
    """'93.1 %': a share with one digit after the point."""
    return t("locale.percent", number=_western(f"{value:.1f}"))


def digits(text: str) -> str:
    """A text with its digits as the language writes them."""
    return text.translate(_signs(language())[1])


def html_tag(kind: str = "") -> str:
    """The tag that a document of the language begins with: which it is, and which way it runs; `kind` is its class."""
    return f'<html lang="{language()}" dir="{t("locale.dir")}"{f" class={kind}" if kind else ""}>'


def isolated(value: str) -> str:
    """A text that turns nothing around it round, whatever the direction of its letters."""
    if catalogue(language())["locale.dir"] == "ltr" or not _may_turn(value):
        return value
    return f"{ISOLATE}{value}{POP}"


def _may_turn(value: str) -> bool:
    """Whether a text has letters that run from left to right, or signs and no letters that say how it runs."""
    return bool(_LATIN.search(value)) or not (_ARABIC.search(value) or _NUMBER.fullmatch(value))


def _put_in(name: str, values: dict[str, object]) -> str:
    if name not in values:
        return f"{{{name}}}"
    value = values[name]
    if isinstance(value, Real) and not isinstance(value, bool):
        return in_digits(value) if name == "count" else _western(str(value))
    return isolated(str(value))


def _western(text: str) -> str:
    """A number that Python wrote, in the language's digits and signs."""
    return text.translate(_signs(language())[0])


@cache
def _signs(lang: str) -> tuple[dict[int, str], dict[int, str]]:
    texts = catalogue(lang)
    of_digits = {ord("0") + value: sign for value, sign in enumerate(texts["locale.digits"])}
    return {**of_digits, ord(","): texts["locale.group"], ord("."): texts["locale.decimal"]}, of_digits
