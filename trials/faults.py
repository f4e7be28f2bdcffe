"""Data files that go missing, are cut, flipped or replaced while the app serves; what a reader then sees."""

from __future__ import annotations

import asyncio
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geo.record.load import load
from geo.record.problems import DataError
from geo.record.schema import FILES
from geo.wording.text import t
from trials.session import Answer, Session, without_greeting
from trials.state import INSIDE

TINY = Path(__file__).resolve().parents[1] / "tests" / "tiny" / "data"
READERS = 3
PAGES = ("", "quality", "events")
VERSION = re.compile(r"\bdata=([0-9a-f]{12})|(?:data|Data|version|Version) ([0-9a-f]{12})\b")
FOLDER = re.compile(r"replay-[0-9a-f]{16}")
#: A page may say of a link that it was made with other data: that names two versions, and rightly.
OLDER_LINK = t("app.other_data", other="", now="").partition("data")[0] + "data"
TITLES = ("Title of the one version", "Title of the other version")


def put_tiny(app: Path) -> Path:
    """Give a copy of the app the tiny record, in which a change is taken in an instant."""
    shutil.rmtree(app / "data")
    return Path(shutil.copytree(TINY, app / "data"))


def versions(data: Path) -> dict[str, dict[str, bytes]]:
    """Two sound versions of a record by the title that only they have: file name → bytes."""
    original = {form.path: (data / form.path).read_bytes() for form in FILES.values()}
    (title,) = re.findall(r'"EV-2021-0001","title":"([^"]+)"', original["events.geojson"].decode())
    return {
        new: original | {"events.geojson": original["events.geojson"].replace(title.encode(), new.encode())}
        for new in TITLES
    }


# --- what happens to a file -----------------------------------------------------------------


def _cut(path: Path, rng: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: rng.randrange(path.stat().st_size)])


def _flip(path: Path, rng: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(rng.randint(1, 8)):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(bytes(content))


def _remove(path: Path, rng: random.Random) -> None:
    path.unlink()


def _folder(path: Path, rng: random.Random) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path, rng: random.Random) -> None:
    path.write_bytes(b"")


def _noise(path: Path, rng: random.Random) -> None:
    path.write_bytes(rng.randbytes(2000))


def _endless(path: Path, rng: random.Random) -> None:
    """A line of brackets that a careless parser follows for ever."""
    path.write_bytes(b"[" * 200_000)


FAULTS: tuple[Callable[[Path, random.Random], None], ...] = (_cut, _flip, _remove, _folder, _empty, _noise, _endless)


def restore(data: Path, contents: dict[str, bytes]) -> None:
    """Put a sound version in place, each file in one step."""
    for name, content in contents.items():
        path = data / name
        if path.is_dir():
            path.rmdir()
        if not path.exists() or path.read_bytes() != content:
            temporary = path.with_suffix(".new")
            temporary.write_bytes(content)
            temporary.replace(path)


# --- while readers read ---------------------------------------------------------------------


async def replaced_while_serving(app: Path, address: str, times: int, seed: int = 1) -> dict[str, Any]:
    """Change the record so many times under readers; what they saw, and what of it was wrong.

    Parameters
    ----------
    app : the folder of the served copy, with the tiny record (`put_tiny`).
    """
    rng, data = random.Random(seed), app / "data"
    sound = versions(data)
    wrong: list[str] = []
    done = asyncio.Event()
    readers = [asyncio.create_task(_read_on(app, address, number, done, wrong)) for number in range(READERS)]
    happened: Counter[str] = Counter()
    title = TITLES[0]
    restore(data, sound[title])
    async with Session(address) as watcher:
        for number in range(times):
            if number % 2 == 0:
                title = TITLES[number // 2 % 2]
                restore(data, sound[title])
                happened["sound"] += 1
                good, is_sound = load(data).version, True
            else:
                fault = rng.choice(FAULTS)
                fault(data / rng.choice(list(FILES.values())).path, rng)
                happened[fault.__name__.strip("_")] += 1
                try:
                    good, is_sound = load(data).version, True
                except DataError:
                    is_sound = False
            answer = await watcher.open("quality")
            wrong += _wrong(app, answer)
            if good not in answer.text:
                wrong.append(f"{number}: {good} is not named")
            if ("last sound version" in answer.text) == is_sound:
                wrong.append(f"{number}: told of an unsound record: {not is_sound}")
    restore(data, sound[TITLES[0]])
    done.set()
    answers = sum(await asyncio.gather(*readers))
    return {"changes": times, "by fault": dict(happened), "answers read meanwhile": answers, "wrong": wrong[:20]}


async def _read_on(app: Path, address: str, number: int, done: asyncio.Event, wrong: list[str]) -> int:
    """A reader who opens one page after the other; how many."""
    count = 0
    async with Session(address) as reader:
        while not done.is_set():
            answer = await reader.open(PAGES[(count + number) % len(PAGES)])
            wrong += _wrong(app, answer)
            count += 1
            await asyncio.sleep(0.2)
    return count


def _wrong(app: Path, answer: Answer) -> list[str]:
    """What of an answer must not be: a failure, two versions on one page, the map of another version."""
    output = "\n".join(line for line in without_greeting(answer).splitlines() if OLDER_LINK not in line)
    found = ["failed"] if answer.failed else []
    found += [f"tells {inside.group(0)!r}" for inside in INSIDE.finditer(output)]
    named = {version for pair in VERSION.findall(output) for version in pair if version}
    if len(named) > 1:
        found.append(f"names {sorted(named)}")
    folders = set(FOLDER.findall(output))
    if len(folders) > 1:
        found.append(f"loads {sorted(folders)}")
    for folder in folders:
        record = app / "static" / folder / "record.json"
        if record.exists() and named and f'"version":"{next(iter(named))}"' not in record.read_text("utf-8"):
            found.append(f"the map in {folder} is of another version than {named}")
    return found
