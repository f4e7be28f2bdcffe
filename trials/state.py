"""Addresses that mean nothing, hostile ones, and what a stranger may send: defaults and a message, never a traceback."""

from __future__ import annotations

import asyncio
import random
import re
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg

from geo.address import keys
from geo.address.keys import FILTER_KEYS, allowed_values, keys_of
from geo.address.view import ViewState, from_query, to_query
from geo.address.windows import WINDOWS
from geo.record.load import Dataset
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days, days_between
from trials.hostile_texts.strings import ADDRESSES, HOSTILE_STRINGS, NO_ADDRESSES, REFUSED
from trials.session import Session, without_greeting

#: The keys of the addresses of all pages.
PAGE_KEYS = {
    page: tuple(keys_of(page))
    for page in (
        "",
        "events",
        "sources",
        "provinces",
        "compare",
        "add",
        "quality",
        "method",
        "definitions",
        "claims",
        "versions",
    )
}
PAGE_KEYS["story"] = tuple(keys.PAGE_KEYS["story"])
#: What must never be told to a reader: where our files lie, and how our code is called.
INSIDE = re.compile(r"Traceback|File \\?\"|site-packages|/(?:home|root|tmp|usr|work)/[\w.-]+/|\.py\b\"?, line")
#: Flags that a stranger may set in a message.
FLAGS = ("load_git_info", "clear_cache", "stop_script", "debug_disconnect_websocket", "debug_shutdown_runtime")


def random_view(dataset: Dataset, rng: random.Random) -> ViewState:
    """Any view that the record allows."""
    days = days_between(dataset.first_day, dataset.last_day)
    some: dict[str, Any] = {"date": add_days(dataset.first_day, rng.randint(0, days))}
    some["perspective"], some["window"] = rng.choice(VIEW_PERSPECTIVES), rng.choice(WINDOWS)
    for key in ("province", "district", "event"):
        some[key] = rng.choice([None, rng.choice(list(allowed_values(key, dataset)))])
    some["since"] = rng.choice([None, add_days(dataset.first_day, rng.randint(0, days))])
    for key in FILTER_KEYS:
        allowed = list(allowed_values(key, dataset))
        chosen = {rng.choice(allowed) for _ in range(rng.randint(0, 3))}
        some[key] = ",".join(value for value in allowed if value in chosen) or None
    return ViewState(**some)


def round_trips(dataset: Dataset, count: int, seed: int = 1) -> int:
    """How many of so many random views come back from their address as they were."""
    rng = random.Random(seed)
    views = [random_view(dataset, rng) for _ in range(count)]
    return sum(from_query(to_query(view, dataset), dataset) == (view, []) for view in views)


def hostile_query(rng: random.Random, page: str) -> dict[str, str]:
    """A query with one to four keys of a page that hold what they can't mean."""
    keys = rng.sample(PAGE_KEYS[page], min(len(PAGE_KEYS[page]), rng.randint(1, 4)))
    texts = [text.encode("utf-8", "replace").decode() for text in (*HOSTILE_STRINGS, *REFUSED)]
    query = {key: rng.choice(texts) for key in keys}
    if rng.random() < 0.2:
        query[rng.choice(texts)] = rng.choice(texts)
    if rng.random() < 0.1:
        query |= {f"k{number}": rng.choice(texts) for number in range(150)}
    if rng.random() < 0.1:
        query[keys[0]] = rng.choice(texts) * rng.choice([10, 100])
    return query


async def hostile_addresses(address: str, count: int, seed: int = 1) -> dict[str, Any]:
    """Open so many hostile addresses of all pages: how many were answered, told of, and what went wrong."""
    rng, refused_count, wrong = random.Random(seed), 0, []
    for number in range(count):
        page = list(PAGE_KEYS)[number % len(PAGE_KEYS)]
        query = hostile_query(rng, page)
        async with Session(address, rng.choice([address, *HOSTILE_STRINGS, *ADDRESSES, *NO_ADDRESSES])) as reader:
            answer = await reader.open(page, **query)
        refused_count += "asked for" in answer.text or "no story" in answer.text.lower()
        if answer.failed or INSIDE.search(without_greeting(answer)):
            wrong.append({"page": page, "query": query, "told": answer.text[-300:]})
        status = await asyncio.to_thread(first_answer, address, page, query)
        if status >= 500:
            wrong.append({"page": page, "query": query, "told": f"status {status}"})
    return {"addresses": count, "told": refused_count, "wrong": wrong}


def first_answer(address: str, page: str, query: dict[str, str]) -> int:
    """The status with which a page is answered before its script runs."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request("GET", f"/{page}?{urlencode(query)}")
        return connection.getresponse().status
    finally:
        connection.close()


async def strangers(address: str) -> list[str]:
    """Which flags of a message end the service for others, or tell about the machine."""
    harmful = []
    for flag in FLAGS:
        async with Session(address) as stranger:
            await stranger.open("quality")
            assert stranger.socket
            message = BackMsg()
            setattr(message, flag, True)
            await stranger.socket.send(message.SerializeToString())
            await asyncio.sleep(0.3)  # fixed: nothing tells that the server has let a message fall
        async with Session(address) as reader:
            answer = await reader.open("quality")
        if answer.failed or INSIDE.search(without_greeting(answer)):
            harmful.append(flag)
    return harmful
