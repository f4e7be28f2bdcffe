"""bench/results-join.json and the tables of docs/scale.md."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench" / "results-join.json"
PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- written by python -m bench.join -->", "<!-- until here -->"
AIM_ROWS, AIM_SECONDS, AIM_MB = 10_000_000, 60, 2_000
BILLION = 1_000_000_000
PEER = "geopandas.sjoin of the whole"


def write(runs: list[dict[str, Any]], workers: int, load: float) -> None:
    """Both files, and the aims on stdout."""
    runs = sorted(runs, key=lambda run: run["rows"])
    names = ("geopandas", "shapely", "pyarrow", "dask-geopandas")
    machine = {"cores": len(os.sched_getaffinity(0)), "system": platform.system(), "load before": round(load, 2)}
    machine |= {"python": ".".join(platform.python_version_tuple()[:2])} | {name: version(name) for name in names}
    results = {"machine": machine, "workers": workers, "runs": runs, "slope": slope(runs)}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    PAGE.write_text(head + BEGIN + "\n\n" + "\n".join(lines(results)) + "\n\n" + END + rest.partition(END)[2], "utf-8")
    for aim, found, reached in aims(runs):
        print(f"{'reached' if reached else 'MISSED '}  {aim}: {found}")
    print(f"written: {RESULTS.relative_to(ROOT)}, {PAGE.relative_to(ROOT)}")


def others(sizes: list[int]) -> list[dict[str, Any]]:
    """The runs of the last results at other sizes, if they hold all that is reported now."""
    last = json.loads(RESULTS.read_text("utf-8"))["runs"]
    return [run for run in last if run["rows"] not in sizes and "processor_seconds" in run]


def slope(runs: list[dict[str, Any]]) -> dict[str, float] | None:
    """Of the local engine over Parquet: what a further million rows take, and what every run takes."""
    own = sorted((run for run in runs if run["way"] == "local"), key=lambda run: run["rows"])
    if len(own) < 2:
        return None
    small, large = own[-2:]
    each = {
        name: (large[name] - small[name]) / (large["rows"] - small["rows"]) for name in ("seconds", "processor_seconds")
    }
    found = {f"{name}_a_million": round(1e6 * value, 3) for name, value in each.items()}
    return found | {"seconds_always": round(large["seconds"] - each["seconds"] * large["rows"], 1)}


def aims(runs: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    """What is aimed at, what was measured, whether it is reached."""
    rows = []
    for run in runs:
        if run["way"] == "local" and run["rows"] == AIM_ROWS:
            rows.append(
                (
                    f"10 million rows in at most {AIM_SECONDS} s",
                    f"{run['seconds']:.1f} s",
                    run["seconds"] <= AIM_SECONDS,
                )
            )
            rows.append((f"in at most {AIM_MB:,} MB", f"{run['memory_mb']:,.0f} MB", run["memory_mb"] <= AIM_MB))
    for size in sorted({run["rows"] for run in runs}):
        same = [run for run in runs if run["rows"] == size]
        if len(same) > 1:
            alike = len({run["digest"]["sha256"] for run in same}) == 1
            what = f"{size:,} rows: the same counts by {', '.join(run['way'] for run in same)}"
            rows.append((what, "same" if alike else "not the same", alike))
    return rows


def lines(results: dict[str, Any]) -> list[str]:
    """The tables."""
    on, runs = results["machine"], results["runs"]
    peers = {run["rows"]: run for run in runs if run["way"] == PEER}
    out = [
        f"{on['cores']} cores, {results['workers']} worker processes, {on['system']}, Python {on['python']}, geopandas {on['geopandas']},"
        f" shapely {on['shapely']}, pyarrow {on['pyarrow']}, dask-geopandas {on['dask-geopandas']}; load average before: {on['load before']}.",
        "", "| rows | way | seconds | processor seconds | rows a second | most memory, MB | the whole takes: time, memory | runs |", "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for run in runs:
        peer = peers.get(run["rows"])
        times = (
            f"{peer['seconds'] / run['seconds']:.1f} ×, {peer['memory_mb'] / run['memory_mb']:.1f} ×" if peer else "–"
        )
        rate = f"{run['rows'] / run['seconds']:,.0f}"
        out.append(
            f"| {run['rows']:,} | {run['way']} | {run['seconds']:.1f} | {run['processor_seconds']:.1f} | {rate} | {run['memory_mb']:,.0f} | {times} | {run['runs']} |"
        )
    out += ["", "| aim | measured | reached |", "|---|---|---|"]
    out += [f"| {aim} | {found} | {'yes' if ok else '**no**'} |" for aim, found, ok in aims(runs)]
    return out + plan(results["slope"])


def plan(found: dict[str, float] | None) -> list[str]:
    """What 10⁹ rows take by the slope; a worker more takes its share of the rows, the beginning and the end stay."""
    if found is None:
        return []
    each, always = found["processor_seconds_a_million"], found["seconds_always"]
    out = [
        "",
        f"Slope of the local engine over Parquet between the two largest sizes: {found['seconds_a_million']:.2f} s and {each:.2f} processor"
        f" seconds a further million rows; {always:.1f} s whatever the size. For 10⁹ rows, by that slope:",
        "", "| cores | minutes |", "|---|---|",
    ]  # fmt: skip
    return out + [f"| {cores} | {(BILLION / 1e6 * each / cores + always) / 60:.1f} |" for cores in (2, 8, 32)]
