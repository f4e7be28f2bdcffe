"""What is wrong with a file, said so that the reader can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN_CHARS = 80
#: Field, rule and message: what a rule finds, before file and line are put to it.
Fault = tuple[str, str, str]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is (file, line, record, field), the value, and what is allowed."""

    file: str
    line: int
    record_id: str
    field: str
    rule: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        parts = [where, self.record_id, f"{self.field}:" if self.field else "", self.message]
        return " ".join(part for part in parts if part)


class DataError(Exception):
    """The data can't be used; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        head = "\n".join(str(problem) for problem in self.problems[:20])
        more = len(self.problems) - 20
        super().__init__(head + (f"\n… and {more} more" if more > 0 else ""))

    def __reduce__(self) -> tuple[type[DataError], tuple[list[Problem]]]:
        return DataError, (self.problems,)


def shown(value: object) -> str:
    """A value as it may be quoted in a message: printable, one line, cut."""
    text = repr(value)
    return text if len(text) <= SHOWN_CHARS else text[: SHOWN_CHARS - 1] + "…"
