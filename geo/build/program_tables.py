"""The tables of docs/api.md and docs/python.md, made from the table of answers and that of columns."""

from __future__ import annotations

from geo.address.keys import API_FORMS
from geo.answers.columns import COLUMNS
from geo.answers.endpoints import ENDPOINTS, Endpoint
from geo.build.sections import with_section


def with_answers(page: str) -> str:
    """docs/api.md with what may be asked."""
    parts = [f"### `{name}`\n\n{one.says}\n\n{_keys(one)}{_files(one)}" for name, one in ENDPOINTS.items()]
    return with_section(page, "answers", "\n\n".join(parts))


def with_columns(page: str) -> str:
    """docs/python.md with the columns of each table."""
    tables = []
    for name, columns in COLUMNS.items():
        rows = [f"| `{column}` | {meaning} |" for column, meaning in columns.items()]
        tables.append("\n".join([f"### `{name}`", "", "| column | meaning |", "|---|---|", *rows]))
    return with_section(page, "columns", "\n\n".join(tables))


def _keys(one: Endpoint) -> str:
    keys = [f"**`{key}`**" if key in one.required else f"`{key}`" for key in one.keys]
    known = ", ".join([*keys, *(["`format`"] if one.drawn else [])])
    return f"- Keys: {known}\n" if known else ""


def _files(one: Endpoint) -> str:
    names = [f"{file}.{form}" for file in one.files for form in API_FORMS[: 1 + (one.drawn and "{page}" not in file)]]
    return f"- Files: {', '.join(f'`{name}`' for name in names)}"
