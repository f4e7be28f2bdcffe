"""Readers at once, in small what `make soak` does in full: each gets answers for their own days."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from geo.record.load import Dataset
from tests.served.conftest import SEATS
from trials.load import Found, Plan, Reader, reader_days
from trials.session import Answer

DAY = "2021-09-05"


def test_readers_at_once_are_told_of_their_own_days_only(served: tuple[Path, str], tiny: Dataset) -> None:
    found = Found()

    async def read() -> None:
        days = [reader_days(number, SEATS, tiny.first_day, tiny.last_day) for number in range(SEATS)]
        readers = [Reader(number, Plan(think_s=0.2), own, found) for number, own in enumerate(days)]
        for_long = asyncio.get_running_loop().time() + 60
        reading = asyncio.gather(*(reader.read(served[1], for_long) for reader in readers))
        while len(found.waited_s) <= 4 * SEATS and not reading.done():
            await asyncio.sleep(0.05)
        reading.cancel()

    asyncio.run(read())
    assert (found.errors, found.strange) == ([], [])
    assert len(found.waited_s) > 4 * SEATS


@pytest.mark.parametrize(
    ("entered", "address", "message"),
    [(DAY, DAY, 0), (DAY, "2021-09-09", 1), ("2021-09-09", DAY, 1), (DAY, "", 0), (None, DAY, 1)],
)
def test_another_readers_day_would_be_seen(entered: str | None, address: str, message: int) -> None:
    """In the address that is written, and in how the page is said to have been entered."""
    reader, answer = Reader(0, Plan(), [DAY], Found()), Answer()
    if entered:
        component = ForwardMsg()
        component.delta.new_element.bidi_component.component_name = "replay_address"
        component.delta.new_element.bidi_component.json = f'{{"asked": [["date", "{entered}"]]}}'
        answer.messages.append(component)
    if address:
        written = ForwardMsg()
        written.page_info_changed.query_string = f"date={address}&data=0123456789ab"
        answer.messages.append(written)
    reader._heard(answer, DAY)
    assert len(reader.found.strange) == message
