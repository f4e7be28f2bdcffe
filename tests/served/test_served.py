"""Hostile addresses, faults in files and in code, strangers, too many readers: in small what `make soak` does in full."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.served.conftest import SEATS
from trials import faults, injected, state
from trials.session import Session, without_greeting

Served = tuple[Path, str]


def test_hostile_addresses_give_defaults_and_a_message(served: Served) -> None:
    found = asyncio.run(state.hostile_addresses(served[1], 16))
    assert found["wrong"] == []
    assert found["told"] > 8


def test_what_a_stranger_sends_harms_nobody(served: Served) -> None:
    assert asyncio.run(state.strangers(served[1])) == []


def test_an_error_in_our_code_tells_no_path_and_no_traceback(served: Served) -> None:
    found = asyncio.run(injected.injected(served[1], 4, served[0].parent / "log"))
    assert found["faults"] == 4
    assert found["wrong"] == []


def test_readers_keep_the_last_sound_record_and_see_no_mixture(served: Served) -> None:
    found = asyncio.run(faults.replaced_while_serving(*served, times=8))
    assert found["wrong"] == []
    assert found["answers read meanwhile"] > 5


def test_what_the_trial_of_files_looks_for_would_be_found(served: Served) -> None:
    """An answer that names two versions, or loads the map of another one, is told of."""

    async def requested() -> None:
        async with Session(served[1]) as reader:
            answer = await reader.open("")
        assert faults._wrong(served[0], answer) == []
        (folder,) = set(faults.FOLDER.findall(without_greeting(answer)))
        answer.messages[-1].page_info_changed.query_string = "data=0123456789ab"
        assert any("names" in refusal for refusal in faults._wrong(served[0], answer))
        answer.messages[-1].page_info_changed.query_string = "replay-0123456789abcdef"
        assert any("loads" in refusal and folder in refusal for refusal in faults._wrong(served[0], answer))

    asyncio.run(requested())


def test_one_reader_too_many_is_asked_to_come_back_and_finds_a_seat_later(served: Served) -> None:
    """Streamlit keeps a session for two minutes; one that its reader ends at once gives its seat back then."""

    async def crowded() -> list[bool]:
        async with AsyncExitStack() as stack:
            readers = [await stack.enter_async_context(Session(served[1])) for _ in range(SEATS + 1)]
            answers = [await reader.open("quality") for reader in readers]
            again = await readers[0].open("quality")
        assert not any(answer.failed for answer in answers)
        full = ["as many as it serves well" in answer.text for answer in answers]
        sizes = {
            refusal: [
                sum(message.ByteSize() for message in one.messages)
                for one, is_full in zip(answers, full, strict=True)
                if is_full is refusal
            ]
            for refusal in (True, False)
        }
        assert max(sizes[True]) < 0.5 * min(sizes[False])  # the refusal is no page with all of its parts
        return [*full, "as many as it serves well" in again.text]

    *full, again = asyncio.run(crowded())
    assert full[-1]
    assert sum(not refusal for refusal in full) <= SEATS
    assert again == full[0]
