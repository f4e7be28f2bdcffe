"""How much one program may ask: a bucket of questions for each address that asks, which fills again all the time."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

#: So many questions, and in so many seconds an empty bucket is full again.
QUOTA, WINDOW = 240, 60
POLICY = f'"default";q={QUOTA};w={WINDOW}'
#: So many addresses are remembered; those that asked last.
MAX_CLIENTS = 10_000


@dataclass(frozen=True)
class Allowance:
    """What is left to an address: questions, seconds until the next one and until all; whether this one may be asked."""

    left: int
    next_in: int
    full_in: int
    is_allowed: bool

    def headers(self) -> dict[str, str]:
        """The same as headers of an answer (draft-ietf-httpapi-ratelimit-headers)."""
        wait = {} if self.is_allowed else {"Retry-After": str(self.next_in)}
        return {"RateLimit-Policy": POLICY, "RateLimit": f'"default";r={self.left};t={self.full_in}', **wait}


class Limits:
    """The buckets of all addresses; nothing else of who asks is kept."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> Allowance:
        """Take one question out of a bucket, if one is in it."""
        now, rate = self._clock(), QUOTA / WINDOW
        left, at = self._buckets.pop(client, (float(QUOTA), now))
        left = min(QUOTA, left + (now - at) * rate)
        is_allowed = left >= 1
        left -= is_allowed
        self._buckets[client] = (left, now)
        while len(self._buckets) > MAX_CLIENTS:
            self._buckets.popitem(last=False)
        next_in = max(1, math.ceil((1 - left) / rate))
        return Allowance(int(left), next_in, math.ceil((QUOTA - left) / rate), is_allowed)


def client_of(scope: Scope) -> str:
    """Who asks: the address of the other end, or what a proxy on this machine says of it; of IPv6 the network."""
    peer = (scope.get("client") or ("",))[0]
    told = Headers(scope=scope).get("x-forwarded-for", "").rpartition(",")[2].strip()
    known = _address(peer)
    behind = _address(told) if told and (known is None or known.is_loopback) else None
    found = behind or known
    if found is None:
        return "unknown"
    return str(ip_network(f"{found}/64", strict=False)) if found.version == 6 else str(found)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
