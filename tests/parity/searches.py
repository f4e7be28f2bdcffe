"""What Python finds for many searches: in all scripts and spellings, by days, and in parts of names by chance."""

from __future__ import annotations

import random
from typing import Any

from geo.record.load import Dataset
from geo.search.index import Index, search_index
from geo.search.letters import proper_words, sound_of, words_of

PIECES = 150
QUERIES = (
    "Panjsh", "panjsher", "Panjsheer", "پنجشیر", "پنجشېر", "Rukha", "rokha", "Bazarak", "andarab", "Kabul", "کابل", "NRF",
    "Ahmad", "taliban", "EV-2021-0001", "ev-2022", "src-0005", "Khost", "Khost Fereng", "Qandahar", "Ghazni", "gazni",
    "attack", "x", "", "   ", "zzzz", "Dih-e Salah", "Massoud", "massood", "Mehdi Mujahid", "rukha panjshir", "panj shir",
    "Shura", "Mahdi", "Daesh", "اندراب", "میدان وردک", "-", "'", "(", "İstanbul",
    "Kunduz October 2025", "October 2025 Kunduz", "May 2022", "5 September 2021", "September 5, 2021", "5th sept. 2021",
    "2021-09-05", "2021/9/5", "2021-09", "2024", "nrf 2024", "14 Sunbula 1400", "۱۴ سنبله ۱۴۰۰", "1400-06-14", "سنبله ۱۴۰۰",
    "asad 1400", "۵ سپتمبر ۲۰۲۱", "30 Hut 1400", "31 April 2022", "0 May 2022", "13 13 2022", "2022-13-01", "May 2001",
    "31 Dec 1399", "1 1 2022", "May June 2022", "32 May 2022",
)  # fmt: skip


def searches(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """By query the days that it names and all that it finds, in order."""
    index = search_index(dataset)
    return {query: _found(index, query) for query in (*QUERIES, *_pieces(index))}


def heard(dataset: Dataset, others: tuple[str, ...]) -> dict[str, list[Any]]:
    """Texts with their words, those with a capital, and how each sounds."""
    texts = (*others, *(head for entry in search_index(dataset).entries for head in entry.heads))
    return {text: [words_of(text), proper_words(text), [sound_of(word) for word in words_of(text)]] for text in texts}


def _pieces(index: Index) -> list[str]:
    """Beginnings and middles of names and titles, and pairs of words of one."""
    dice = random.Random(7)  # noqa: S311  # no secret: a sample
    found = []
    for entry in dice.sample(index.entries, PIECES):
        text = dice.choice(entry.heads)
        begin = dice.randrange(len(text))
        words = text.split()
        found += [text[begin : begin + dice.randint(2, 7)], " ".join(dice.sample(words, min(2, len(words))))]
    return found


def _found(index: Index, query: str) -> dict[str, Any]:
    found = index.find(query)
    days = [found.days.kind, found.days.first, found.days.last] if found.days else None
    return {"days": days, "ids": [entry.id for entry in found.entries]}
