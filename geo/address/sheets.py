"""The worksheets for classes that an address can name: a day, its areas, and from which day on reports are given."""

from __future__ import annotations

from dataclasses import dataclass

from geo.record.load import Dataset

PANJSHIR = ("bazarak", "dara", "khenj-hese-awal", "paryan", "rukha", "shutul", "unaba")
ANDARAB = ("andarab", "dih-salah", "puli-hisar", "khinjan", "khost-wa-firing")
SAR_E_POL = ("balkhab", "gosfandi", "kohistanat", "sangcharak", "sari-pul", "sayyad", "sozma-qala")


@dataclass(frozen=True)
class Worksheet:
    """A map that a class draws from reports.

    Parameters
    ----------
    day : the day whose map is drawn, at its end; nothing that was told later stands on the worksheet.
    first : the first day whose reports of events are given; who was said to hold what is given from any day before.
    districts : what is drawn.
    """

    day: str
    first: str
    districts: tuple[str, ...]

    def is_of(self, dataset: Dataset) -> bool:
        """Whether a record has its day and its districts."""
        has_day = dataset.first_day <= self.day <= dataset.last_day
        return has_day and set(self.districts) <= set(dataset.by_id("districts"))


def _of(admin1: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{admin1}-{name}" for name in names)


#: A valley that is taken within days; claims that contradict each other; a district of Taliban who turned, a year later.
SHEETS = {
    "panjshir-2021": Worksheet("2021-09-05", "2021-09-04", _of("AF-PAN", PANJSHIR)),
    "andarab-2021": Worksheet("2021-08-23", "2021-08-21", _of("AF-BGL", ANDARAB)),
    "balkhab-2022": Worksheet("2022-06-25", "2022-06-23", _of("AF-SAR", SAR_E_POL)),
}
#: What a lesson consists of, and how many minutes each part takes.
STEPS = {"read": 10, "draw": 15, "compare": 10, "key": 15}
