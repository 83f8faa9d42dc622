"""How often each host is asked, and when it is left alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_START = 1.0
_FASTEST = 0.1
_SLOWEST = 60.0
LONGEST_WAIT = 60.0
"""A host that asks for more patience is left alone for the run."""


@dataclass
class Pace:
    """Waits before each question to a host. Clock and sleep are given, so that tests do not wait."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _next: dict[str, float] = field(default_factory=dict)
    _gap: dict[str, float] = field(default_factory=dict)
    _cooling: dict[str, str] = field(default_factory=dict)

    def wait(self, host: str) -> None:
        """Wait for the host's turn; from one a second, as long as nothing else is known."""
        now = self.clock()
        start = max(now, self._next.get(host, now))
        if start > now:
            self.sleep(start - now)
        self._next[host] = start + self._gap.get(host, _START)

    def allow(self, host: str, gap: float) -> None:
        """Take a pace that a host has published; what it announces later counts more."""
        self._gap[host] = gap

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for some seconds."""
        self._next[host] = max(self._next.get(host, 0.0), self.clock() + seconds)

    def cool_down(self, host: str, why: str) -> None:
        """Leave the host alone for the rest of the run."""
        self._cooling[host] = why

    def cooling(self, host: str) -> str:
        """Return why a host is left alone; empty when it is not."""
        return self._cooling.get(host, "")

    def heed(self, host: str, headers: Mapping[str, str]) -> None:
        """Take the limit a host announces."""
        limit, interval = headers.get("x-rate-limit-limit", ""), headers.get("x-rate-limit-interval", "")
        seconds = re.fullmatch(r"(\d{1,4})s?", interval.strip())
        if re.fullmatch(r"\d{1,5}", limit.strip()) and int(limit) and seconds:
            self._gap[host] = min(_SLOWEST, max(_FASTEST, int(seconds[1]) / int(limit)))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how many seconds a host asks us to wait; None when it does not say so in a usable way."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
