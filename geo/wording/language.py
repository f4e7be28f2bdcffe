"""Which language is spoken: chosen once for a page, a command or a file; and names of records and longer texts in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from geo.address.keys import LANGUAGES
from geo.beside import beside

P = ParamSpec("P")
T = TypeVar("T")

FIRST = LANGUAGES[0]
DOCS = beside("docs")

_spoken: ContextVar[str] = ContextVar("spoken", default=FIRST)


def language() -> str:
    """The language that is spoken here and now: 'en', 'fa' or 'ps'."""
    return _spoken.get()


def speak(lang: str) -> None:
    """Speak a language from here on, in this thread or task alone."""
    _spoken.set(lang)


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """A language for as long as the block lasts, in this thread or task alone; then the one before."""
    before = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(before)


def in_language_of(place: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function that speaks the `lang` of one of its arguments: of a view, or of the options of a picture.

    Parameters
    ----------
    place : which of the arguments that are given by place it is.
    """

    def spoken(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def speaks(*args: P.args, **kwargs: P.kwargs) -> T:
            with speaking(str(getattr(args[place], "lang"))):  # noqa: B009  # it may be of any kind
                return function(*args, **kwargs)

        return speaks

    return spoken


def in_language(path: Path) -> Path:
    """The translation of a file, in a folder beside it that is named by the language; the file itself where there is none."""
    own = path.parent / language() / path.name
    return own if language() != FIRST and own.is_file() else path


def note(name: str) -> str:
    """The Markdown of a page of `docs/`, such as 'method.md', in the language that is spoken where it is translated."""
    return in_language(DOCS / name).read_text("utf-8")


def name_of(record: Mapping[str, Any]) -> str:
    """The name of a province, district, place or actor; no name is put into other letters by us."""
    return str(record.get(f"name_{language()}") or record["name_en"])


def has_name(record: Mapping[str, Any]) -> bool:
    """Whether a source gives a name in the language that is spoken; every record has an English one."""
    return language() == FIRST or bool(record.get(f"name_{language()}"))
