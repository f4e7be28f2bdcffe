"""Commands killed at any moment, on a full disk, on one that can't be written: whole files or none."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from geo.cli import main
from trials.faults import TINY

DAY = "2021-09-05"
#: A run that ended before it could be killed does not count; after so many a command counts as too quick to be killed.
MAX_RUNS_A_KILL = 4
#: Files that differ each time although the same is in them; they are opened instead.
OPENED = (".gpkg", ".parquet")


@dataclass(frozen=True)
class Command:
    """A command that writes, with `{out}` for its target, `{data}` for a record of its own, `{events}` and `{ucdp}` for files of events."""

    name: str
    call: tuple[str, ...]
    out: str


#: Everything that writes files; a new command joins by one line.
COMMANDS = (
    Command("build record", ("build", "record", "--data", "{data}"), "{data}/control_zones.geojson"),
    Command("export csv", ("export", "events", "--data", "{data}", "-o", "{out}"), "x.csv"),
    Command("import", ("import", "{events}", "--as", "acled", "--data", "{data}", "-o", "{out}"), "x.geojson"),
    Command("join", ("join", "{events}", "--data", "{data}", "--force", "-o", "{out}"), "counts"),
    Command("export geojson", ("export", "zones", "--data", "{data}", "-o", "{out}"), "x.geojson"),
    Command("export gpkg", ("export", "events", "--data", "{data}", "-o", "{out}"), "x.gpkg"),
    Command("export parquet", ("export", "events", "--data", "{data}", "-o", "{out}"), "x.parquet"),
    Command("export-html", ("export-html", "--data", "{data}", "-o", "{out}"), "x.html"),
    Command("render svg", ("render", DAY, "--data", "{data}", "--size", "640x360", "-o", "{out}"), "x.svg"),
    Command("render png", ("render", DAY, "--data", "{data}", "--size", "640x360", "-o", "{out}"), "x.png"),
    Command(
        "days",
        ("days", "--from", "2021-08-15", "--to", DAY, "--data", "{data}", "--size", "800x600", "-o", "{out}"),
        "x.svg",
    ),
    Command("lesson", ("lesson", "panjshir-2021", "-o", "{out}"), "x.pdf"),
    Command("pack", ("pack", DAY, "--data", "{data}", "--size", "640x360", "-o", "{out}"), "x.zip"),
    Command("reference", ("reference", "ucdp", "{ucdp}", "--data", "{data}"), "{data}/reference"),
    Command("publish", ("publish", "--data", "{data}", "-o", "{out}"), "site"),
)


#: A file of another's events, as ACLED writes it, for the commands that read one.
EVENTS = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,actor2,country,admin1,"
    "admin2,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities\n"
) + "".join(
    f"AFG{n},2021-09-05,2021,1,Political violence,Battles,Armed clash,Taliban,Other,Afghanistan,Aaa,Aaa west,Some town,"
    f"34.5,66.2,1,A paper,National,What happened.,{n % 4}\n"
    for n in range(300)
)

#: A file of UCDP's as it is published, and its name; the numbers are made up.
UCDP_NAME = "GEDEvent_v22_01_22_03.csv"
UCDP = (
    "id,type_of_violence,conflict_name,conflict_new_id,dyad_new_id,side_a,side_b,number_of_sources,source_article,"
    "source_office,source_date,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,country_id,"
    "event_clarity,code_status,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,"
    "high,low\n"
) + "".join(
    f"{n},1,Some conflict,1,2,Government of Afghanistan,NRF,1,,A paper,2022-01-05,1,Some town,,,,34.5,66.2,700,1,Clear,1,"
    f"2022-01-05 00:00:00.000,2022-01-05 00:00:00.000,0,{n % 4},0,0,{n % 4},9,0\n"
    for n in range(1, 300)
)


class Desk:
    """A folder with a record, in which a command is run again and again."""

    def __init__(self, folder: Path, command: Command) -> None:
        self.folder, self.command, self.data = folder, command, folder / "data"
        shutil.copytree(TINY, self.data)
        self.events = folder / "events.csv"
        self.events.write_text(EVENTS, "utf-8")
        self.ucdp = folder / UCDP_NAME
        self.ucdp.write_text(UCDP, "utf-8")
        self.out = Path(command.out.format(data=self.data)) if "{data}" in command.out else folder / command.out
        self.took = self._seconds()
        self.whole = hashes(self.out)
        assert self.whole

    def arguments(self) -> list[str]:
        files = {"out": self.out, "data": self.data, "events": self.events, "ucdp": self.ucdp}
        return [part.format(**files) for part in self.command.call]

    def _seconds(self) -> float:
        """How long a run takes that is not killed; the second, when all is imported."""
        for _ in range(2):
            began = time.monotonic()
            assert run_child(self.arguments(), None) == 0
            took = time.monotonic() - began
        return took

    def killed(self, rng: random.Random) -> bool:
        """Run and kill at a random moment; whether it was killed before its end."""
        if rng.random() < 0.5:  # half of the times there is an older file to be kept
            remove(self.out)
        return run_child(self.arguments(), rng.random() * self.took * 1.1) != 0

    def half_files(self) -> list[str]:
        """The files at the target that are neither those of a whole run nor absent."""
        return [
            name
            for name, digest in hashes(self.out).items()
            if self.whole.get(name) != digest and not opens(self.out if self.out.is_file() else self.out / name)
        ]

    def left_behind(self) -> int:
        """Temporary files that a killed run left beside its target."""
        return sum(path.name.startswith(".") for path in self.out.parent.iterdir())


def run_child(arguments: list[str], kill_after: float | None) -> int:
    """Run a command in a fork, so that nothing is imported again; its exit code, negative when killed."""
    child = os.fork()
    if child == 0:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = main(arguments)
        os._exit(code)
    if kill_after is not None:
        time.sleep(kill_after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def hashes(out: Path) -> dict[str, str]:
    """The hash of each file of a target, by its name; nothing when there is none."""
    if out.is_file():
        return {out.name: hashlib.sha256(out.read_bytes()).hexdigest()}
    files = sorted(path for path in out.rglob("*") if path.is_file()) if out.is_dir() else []
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def opens(path: Path) -> bool:
    """Whether a file whose bytes differ from run to run can be read to its end."""
    if path.suffix not in OPENED:
        return False
    import geopandas as gpd

    try:
        return len(gpd.read_parquet(path) if path.suffix == ".parquet" else gpd.read_file(path)) > 0
    except Exception:
        return False


def remove(out: Path) -> None:
    if out.is_dir():
        shutil.rmtree(out)
    else:
        out.unlink(missing_ok=True)


def killed_at_random(folder: Path, times: int, seed: int = 1) -> dict[str, Any]:
    """Kill each command at random moments, at least so many times in all; the half files that were found."""
    rng, half, left = random.Random(seed), [], 0
    killed: Counter[str] = Counter()
    each, commands, runs = ceil(times / len(COMMANDS)), COMMANDS[:times], 0
    for command in commands:
        desk = Desk(folder / command.name.replace(" ", "-"), command)
        for _ in range(each * MAX_RUNS_A_KILL):
            if killed[command.name] == each:
                break
            runs += 1
            killed[command.name] += desk.killed(rng)
            half += [f"{command.name}: {name}" for name in desk.half_files()]
        left += desk.left_behind()
    return {
        "runs": runs,
        "killed before the end": killed.total(),
        "by command": dict(killed),
        "killed too seldom": [command.name for command in commands if killed[command.name] < each],
        "half files": half,
        "temporary files left": left,
    }


# --- disks ----------------------------------------------------------------------------------


def on_a_disk(folder: Path, *options: str) -> dict[str, Any] | None:
    """Each command with its target on a small or read-only disk: exit code and what is left; None when none can be mounted."""
    folder.mkdir()
    events = folder.with_suffix(".csv")
    events.write_text(EVENTS, "utf-8")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)], capture_output=True
    )
    if mounted.returncode:
        return None
    try:
        found: dict[str, Any] = {}
        for command in COMMANDS:
            out = folder / Path(command.out).name
            if "{data}" in command.out:
                continue  # its target stands among what it reads
            call = [part.format(out=out, data=TINY, events=events) for part in command.call]
            code = run_child(call, None)
            left = [path.name for path in folder.rglob("*") if path.is_file()]
            found[command.name] = {"exit code": code, "left": left}
        return found
    finally:
        subprocess.run(["umount", str(folder)], check=True)


# --- zones and locales ----------------------------------------------------------------------

ZONES = ("Asia/Kabul", "UTC", "America/Los_Angeles")
LOCALES = ("C", "fa_IR.UTF-8", "de_DE.UTF-8")


def locales(folder: Path) -> dict[str, str]:
    """What makes the locales known to a process: they are made, whatever the system has; nothing where that can't be."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name in LOCALES[1:]:
            language, charset = name.split(".")
            command = ["localedef", "-i", language, "-f", charset, str(folder / name)]
            subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):  # no such command, or its sources are not there (Debian: locales)
        return {}
    return {"LOCPATH": str(folder)}


def everywhere(folder: Path, data: Path, pairs: list[tuple[str, str]], made: dict[str, str]) -> dict[str, list[str]]:
    """The hash of everything that a run gives → the zones and locales that gave it; one entry when all agree."""
    found: dict[str, list[str]] = {}
    known = os.environ | made | {"PYTHONPATH": str(TINY.parents[2])}
    for number, (zone, locale) in enumerate(pairs):
        out = folder / str(number)
        out.mkdir(parents=True)
        env = known | {"TZ": zone, "LC_ALL": locale, "LANG": locale}
        done = subprocess.run(
            [sys.executable, "-m", "trials.everything", str(data), str(out)], env=env, capture_output=True, check=True
        )
        digest = hashlib.sha256(done.stdout)
        for name, content in hashes(out).items():
            digest.update(f"{name} {content}\n".encode())
        found.setdefault(digest.hexdigest(), []).append(f"{zone} {locale}")
    return found
