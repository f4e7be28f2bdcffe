"""The hard cases of docs/method.md as districts on days: where definitions are set beside each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HardCase:
    """A district on a day of which docs/method.md tells why it is hard."""

    district: str
    day: str


HARD_CASES = (
    HardCase("AF-PAR-chaharikar", "2021-08-18"),
    HardCase("AF-BGL-andarab", "2021-08-20"),
    HardCase("AF-BGL-dih-salah", "2021-08-20"),
    HardCase("AF-BGL-dih-salah", "2021-08-23"),
    HardCase("AF-BGL-dih-salah", "2021-08-24"),
    HardCase("AF-BGL-andarab", "2021-08-25"),
    HardCase("AF-BGL-puli-hisar", "2021-08-25"),
    HardCase("AF-BGL-dih-salah", "2021-08-31"),
    HardCase("AF-PAN-shutul", "2021-09-02"),
    HardCase("AF-PAN-bazarak", "2021-09-03"),
    HardCase("AF-PAN-paryan", "2021-09-05"),
    HardCase("AF-PAN-bazarak", "2021-09-05"),
    HardCase("AF-PAN-bazarak", "2021-09-06"),
    HardCase("AF-PAN-khenj-hese-awal", "2021-09-13"),
    HardCase("AF-PAN-paryan", "2021-09-13"),
    HardCase("AF-FYB-maymana", "2022-01-13"),
    HardCase("AF-PAN-khenj-hese-awal", "2022-05-06"),
    HardCase("AF-PAN-dara", "2022-08-15"),
    HardCase("AF-PAN-dara", "2022-08-29"),
    HardCase("AF-BDS-shaki", "2022-10-03"),
)
