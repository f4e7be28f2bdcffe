"""What the list of events may be asked for, as a form that a script shows and answers; the app has the same boxes."""

from __future__ import annotations

from html import escape

from geo.address.actor_tree import below, branches
from geo.address.key_values import MAX_LETTERS
from geo.address.keys import FILTER_KEYS, ORDERS, allowed_values
from geo.queries.find import used_branches, used_values
from geo.record.load import Dataset
from geo.record.spans import years_of
from geo.wording.pages.actor_words import branch_in_words, branch_name
from geo.wording.text import digits, in_digits, t
from geo.wording.words import filter_value_in_words


def event_form(dataset: Dataset) -> str:
    """The form; hidden until its script runs, since nothing answers it before."""
    orders = "".join(f'<option value="{one}">{escape(t(f"events.order.{one}"))}</option>' for one in ORDERS)
    return (
        '<form id="asked" class="asked" hidden>'
        f'<label class="words">{escape(t("events.search"))}<input type="search" name="q" maxlength="{MAX_LETTERS}" '
        f'placeholder="{escape(t("events.search_hint"))}" autocomplete="off"></label>'
        f'<label>{escape(t("events.order"))}<select name="order">{orders}</select></label>'
        f'<label>{escape(t("branch.choose"))}<select name="branch">{_branches(dataset)}</select></label>'
        f"{_days(dataset)}{_filters(dataset)}</form>"
    )


def branch_actors(dataset: Dataset) -> dict[str, list[str]]:
    """The actors of each branch of the tree of actors that can be asked for."""
    return {branch: list(below(dataset, branch)) for branch in branches(dataset)}


def branches_in_words(dataset: Dataset) -> dict[str, str]:
    """What is told of a list of events that asks for a branch, by branch."""
    return {branch: branch_in_words(dataset, branch) for branch in branches(dataset)}


def _branches(dataset: Dataset) -> str:
    """Everybody, then the branches that any event names."""
    named = {"": t("events.all")} | {one: branch_name(dataset, one) for one in used_branches(dataset)}
    return "".join(f'<option value="{escape(one)}">{escape(name)}</option>' for one, name in named.items())


def _filters(dataset: Dataset) -> str:
    """The filters, the actor apart: it is what is asked for most."""
    others = "".join(_filter(dataset, key) for key in FILTER_KEYS if key != "actor")
    more = f'<details class="more"><summary>{escape(t("filter.none"))} <b></b></summary><div>{others}</div></details>'
    return f'<div class="filters">{_filter(dataset, "actor")}{more}</div>'


def _days(dataset: Dataset) -> str:
    """All days, a year, a span, or the map's window."""
    years = {year: digits(year) for year in years_of(dataset.first_day, dataset.last_day)}
    named = {key: t(f"events.days.{key}") for key in ("record", "span", "window")}
    options = {"record": named["record"]} | years | {key: named[key] for key in ("span", "window")}
    boxes = "".join(
        f'<label><input type="radio" name="days" value="{key}"><span>{escape(name)}</span></label>'
        for key, name in options.items()
    )
    legend = f"<legend>{escape(t('events.days'))}</legend>"
    return f'<fieldset class="days">{legend}{boxes}</fieldset><div class="span" hidden></div>'


def _filter(dataset: Dataset, key: str) -> str:
    """The values of a filter that any event has, folded in; of actors those that most events name come first."""
    used = used_values(dataset, key)
    every = sorted(used, key=lambda one: -used[one]) if key == "actor" else allowed_values(key, dataset)
    boxes = "".join(
        f'<label><input type="checkbox" name="{key}" value="{escape(value)}">'
        f"{escape(filter_value_in_words(dataset, key, value))} <small>{in_digits(used[value])}</small></label>"
        for value in every
        if value in used
    )
    name = escape(t(f"filter.{key}"))
    return f'<details data-key="{key}"><summary>{name} <b></b></summary><div>{boxes}</div></details>'
