"""The Wayback Machine: which copy of a page shows it as the editor read it. Only ever a suggestion.

Its index is asked, and not ``wayback/available``, which is often empty for pages it holds
(https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server).
"""

import re
from datetime import date
from urllib.parse import urlencode

from careleaf.model.source_check import Answer, Outcome, Told
from careleaf.registries.client import Client
from careleaf.registries.reply import UnansweredError

BASE = "https://web.archive.org"


def ask_archive(client: Client, address: str, read_on: date, base: str = BASE) -> Told:
    """Ask for the last copy up to the day of reading, else for the first one after it."""
    day = read_on.strftime("%Y%m%d")
    for bounds in ({"to": day, "limit": "-1"}, {"from": day, "limit": "1"}):
        stamp, seen_on = _stamp(client, address, base, bounds)
        if stamp:
            copy = f"https://web.archive.org/web/{stamp}/{address}"
            return Told(Answer(address, Outcome.FOUND, seen_on, copy=copy))
    return Told(Answer(address, Outcome.NOT_HELD, seen_on))


def _stamp(client: Client, address: str, base: str, bounds: dict[str, str]) -> tuple[str, date]:
    """Return the time of one copy. Raises UnansweredError unless the index says so, or says that it has none."""
    query = {"url": address, "output": "json", "fl": "timestamp", "filter": "statuscode:200", **bounds}
    reply = client.get_json(f"{base}/cdx/search/cdx?{urlencode(query)}")
    if reply.status != 200:
        raise UnansweredError(f"the Wayback Machine answered with status {reply.status}")
    rows = reply.json()
    if rows == []:
        return "", reply.received_on
    row = rows[-1] if isinstance(rows, list) and len(rows) > 1 else None
    stamp = row[0] if isinstance(row, list) and row else None
    if not isinstance(stamp, str) or not re.fullmatch(r"\d{14}", stamp):
        raise UnansweredError("the Wayback Machine's answer has an unexpected shape")
    return stamp, reply.received_on
