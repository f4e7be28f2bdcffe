"""How well the record agrees with its pages: the last sample in words, its limits, and all samples as a table."""

from __future__ import annotations

from html import escape

import streamlit as st

from geo.queries.samples import samples
from geo.record.load import Dataset
from geo.wording.sample_words import COLUMNS, figures_of, limits_of, rows_of
from geo.wording.text import t
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached

STYLE = """<style>
.samples{border-collapse:collapse;width:100%;max-width:860px;font-size:14px}
.samples caption{text-align:start;padding-block:4px;opacity:.75}
.samples th,.samples td{padding:3px 10px 3px 0;text-align:start;font-weight:400;border-block-end:1px solid rgba(120,110,95,.25)}
.samples thead th{font-weight:600}
.samples-box{overflow-x:auto}
</style>"""


def show(dataset: Dataset) -> None:
    """The figures that a reader can rely on, and how far."""
    found = cached(dataset, ("samples",), samples)
    if not found:
        return
    st.subheader(t("samples.title"), anchor=False)
    st.text(figures_of(found[-1]))
    st.markdown("\n".join(f"- {escape_markdown(limit)}" for limit in limits_of(found[-1])))
    st.html(cached(dataset, ("samples", "table"), lambda: STYLE + table_html(rows_of(found))))


def table_html(rows: list[list[str]]) -> str:
    """One row a sample, headed by its day."""
    heads = "".join(f'<th scope="col">{escape(t(f"samples.column.{name}"))}</th>' for name in COLUMNS)
    body = "".join(
        f'<tr><th scope="row">{escape(day)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for day, *cells in rows
    )
    caption = escape(t("samples.caption"))
    table = f'<table class="samples"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="samples-box">{table}</div>'
