"""What happened in provinces and who held them: the map to choose from, charts by month, kind and actor, districts, control."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.reading.charts import control_strips
from geo.reading.charts.count_maps import district_map
from geo.reading.charts.time_bars import months
from geo.reading.content import Beside, Block, Figure, Paragraph, Section
from geo.reading.drawings import SmallMap
from geo.reading.province_words import Row, count_or_none, held_in_words
from geo.reading.provinces import tables
from geo.record.load import Dataset
from geo.wording.dates import plain_date, span_in_words
from geo.wording.language import name_of
from geo.wording.lists import listed, series
from geo.wording.text import in_digits, t
from geo.wording.words import actor_name, area_names

MAX_ACTORS = 10


def overview_figure(dataset: Dataset, drawn: SmallMap, counts: Mapping[str, int], days: str, actor: str) -> Figure:
    """The map of all provinces, by number of incidents, to choose one from.

    Parameters
    ----------
    drawn : the map of these counts.
    days, actor : the window and whose incidents they are, in words.
    """
    named = sorted((area_names(dataset, [code]), count) for code, count in counts.items() if count)
    words = listed(t("chart.named", name=name, number=in_digits(count)) for name, count in named)
    total = sum(counts.values())
    return Figure(
        drawn,
        t("provinces.map_alt", count=total, named=words, days=days, actor=actor),
        (t("provinces.map_note", count=total, version=dataset.version, days=days, actor=actor),),
    )


def days_in_words(found: Row) -> dict[str, str]:
    """The window and the data that a note under a heading holds for."""
    days = span_in_words(found["start"], found["end"])
    return {"days": days, "day": plain_date(found["end"]), "version": found["dataset"]}


def activity_section(dataset: Dataset, found: Row) -> Section:
    """Incidents by month and grade; by kind and by actor.

    Parameters
    ----------
    found : a profile of `geo.queries.province`.
    """
    activity, name, days = found["activity"], name_of(found["province"]), days_in_words(found)
    title = t("provinces.activity")
    note = t("provinces.activity_note", count=activity["count"], **days)
    if not activity["count"]:
        nothing = (Paragraph((note,), is_quiet=True), Paragraph((t("provinces.no_activity"),)))
        return Section(title, nothing, anchor="activity")
    says = t("provinces.months_alt", province=name, days=days["days"], count=activity["count"])
    table = tables.months(activity["by_month"], t("provinces.months_table", province=name))
    by_month = Figure(months(activity["by_month"]), says, (note,), table=table)
    kinds = [(t(f"subtype.{kind}"), count) for kind, count in activity["by_sub_type"].items()]
    actors = [(actor_name(dataset, actor), count) for actor, count in activity["by_actor"].items()]
    columns = tuple(
        (tables.counts(t(f"provinces.{what}"), rows, t(f"provinces.{what}_table", province=name)),)
        for what, rows in (("types", kinds), ("actors", actors[:MAX_ACTORS]))
    )
    remark = Paragraph((t("provinces.actors_note", count=activity["count"]),), is_quiet=True)
    return Section(title, (by_month, Beside(columns), remark), anchor="activity")


def districts_section(dataset: Dataset, found: Row) -> Section:
    """The districts on a map and as a table."""
    days, rows = days_in_words(found), found["districts"]
    alone = found["without_district"]
    without = t("provinces.districts_without", count=alone) if alone else t("provinces.districts_none")
    note = t("provinces.districts_note", count=len(found["events"]), without=without, **days)
    named = [t("chart.named", name=row["name"], number=in_digits(row["events"])) for row in rows if row["events"]]
    says = t(
        "provinces.districts_alt",
        province=name_of(found["province"]),
        days=days["days"],
        message=listed(named) or t("provinces.no_record"),
    )
    table = tables.districts(dataset, rows, t("provinces.districts"))
    columns: tuple[tuple[Block, ...], ...] = ((Figure(district_map(dataset, rows), says, (note,)),), (table,))
    return Section(t("provinces.districts"), (Beside(columns, is_wide=True),), anchor="districts")


def control_section(dataset: Dataset, found: Row, every: Sequence[Row]) -> Section:
    """Strips of the districts that change under any perspective; the rest in words.

    Parameters
    ----------
    every : the rows of `control_strips` of the same province and days.
    """
    strips = control_strips.changing(every)
    blocks: list[Block] = list(_strip_figures(dataset, found, strips)) if strips else []
    quiet = sorted({row["admin2_id"] for row in every} - {row["admin2_id"] for row in strips})
    if quiet:
        held = sorted({held_in_words(dataset, row) for row in every if row["admin2_id"] in quiet})
        names = area_names(dataset, quiet)
        blocks.append(Paragraph((t("provinces.control_quiet", count=len(quiet), held=series(held), names=names),)))
    if strips:
        table = tables.strips(dataset, strips, t("provinces.control"))
        blocks.append(Section(t("chart.as_table"), (table,), level=4, is_folded=True))
    return Section(t("provinces.control"), tuple(blocks), anchor="control")


def _strip_figures(dataset: Dataset, found: Row, strips: Sequence[Row]) -> Sequence[Block]:
    """One chart a perspective over one axis of time."""
    start, end, name = found["start"], found["end"], name_of(found["province"])
    last = control_strips.control_end(strips, start, end)
    note = t("provinces.control_note", start=plain_date(start), end=plain_date(last), version=found["dataset"])
    figures: list[Block] = [Paragraph((note,), is_quiet=True)]
    for perspective, rows in control_strips.of_perspective(strips).items():
        view = t(f"perspective.{perspective}")
        drawing = control_strips.control(dataset, rows, start, last)
        says = t("provinces.control_alt", province=name, perspective=view)
        figures.append(Figure(drawing, says, title=view))
    if last < end:
        after = t("provinces.control_after", day=plain_date(last), end=plain_date(end))
        figures.append(Paragraph((after,), is_quiet=True))
    return figures


def beside_blocks(dataset: Dataset, found: Sequence[Row], days: str) -> tuple[Block, ...]:
    """Incidents of several provinces by month, over the same axes."""
    named = {row["admin1"]: area_names(dataset, [row["admin1"]]) for row in found}
    most = max(sum(grades.values()) for row in found for grades in row["by_month"].values())
    blocks: list[Block] = []
    for row in found:
        name, count = named[row["admin1"]], row["activity"]
        title = t("provinces.small_chart", province=name, count=count_or_none(count))
        if count:
            says = t("provinces.small_alt", count=count, province=name)
            blocks.append(Figure(months(row["by_month"], most), says, title=title))
        else:
            blocks.append(Paragraph((title,)))
    note = Paragraph((t("provinces.same_axes", days=days, version=dataset.version),), is_quiet=True)
    table = tables.months_beside(named, list(found), t("provinces.side_by_side"))
    return (*blocks, note, Section(t("chart.as_table"), (table,), level=4, is_folded=True))
