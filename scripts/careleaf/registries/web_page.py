"""A source's own page: there, moved, gone, or not to be told.

Only 404 and 410 mean gone, and only when HEAD and GET agree. A wall against robots (401, 403, 429, a challenge) says
nothing about the page.
"""

import re
from urllib.parse import urlsplit

from careleaf.model.source_check import Answer, Outcome, Told
from careleaf.registries.client import Client
from careleaf.registries.page_reading import PageReading, read_page
from careleaf.registries.plain import plain_line
from careleaf.registries.reply import Reply, UnansweredError

_GONE = frozenset({404, 410})
_HEAD_NOT_SERVED = frozenset({400, 403, 405, 501})
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{0,1000})", re.IGNORECASE)
_NOT_FOUND = re.compile(
    r"\b404\b|\b(?:page|article|content|file)s? (?:was |is |could |can(?:no|')t )?(?:not|be|not be) found"
    r"|not found\b|no longer (?:available|exists)|does not exist|doesn.t exist",
    re.IGNORECASE,
)


def ask_page(client: Client, address: str) -> Told:
    """Look at one address. Raises UnansweredError unless it is clear whether the page is there."""
    plain = address.partition("#")[0]
    head = client.ask_page("HEAD", plain)
    refuse_walls(head)
    if head.status == 200 and "html" not in head.headers.get("content-type", "html"):
        return Told(_answer(address, head, "", PageReading()))
    page = client.ask_page("GET", plain)
    refuse_walls(page)
    if page.status in _GONE and head.status in _GONE | _HEAD_NOT_SERVED:
        day = page.received_on
        return Told(Answer(address, Outcome.GONE, day, gone_on=(day,), why=f"status {page.status}"))
    if page.status != 200:
        raise UnansweredError(f"the page answered with status {page.status}")
    match = _TITLE.search(page.body[:300_000])
    reading = read_page(page)
    answer = _answer(address, page, plain_line(match[1].decode("utf-8", "replace")) if match else "", reading)
    return Told(answer, "" if answer.outcome is Outcome.DOUBTFUL else reading.text, is_whole=True)


def refuse_walls(reply: Reply) -> None:
    """Raise UnansweredError for a page that only asks whether a person is reading."""
    if reply.headers.get("cf-mitigated", "").lower() == "challenge":
        raise UnansweredError("the page is behind a wall against robots")


def _answer(address: str, page: Reply, title: str, reading: PageReading) -> Answer:
    day = page.received_on
    if says_it_is_none(title):
        return Answer(address, Outcome.DOUBTFUL, day, title, why="its title says that there is no page")
    if _is_landing_page(address, page.address):
        why = "it leads to the front of a website"
        return Answer(address, Outcome.DOUBTFUL, day, title, moved_to=plain_line(page.address), why=why)
    elsewhere = _essence(page.address) != _essence(address)
    return Answer(
        address,
        Outcome.MOVED if elsewhere and page.moved_for_good else Outcome.FOUND,
        day,
        title,
        moved_to=plain_line(page.address) if elsewhere else "",
        modified=reading.modified,
        fingerprint=reading.fingerprint,
    )


def says_it_is_none(title: str) -> bool:
    """Tell whether a title belongs to a page that stands in the place of a missing one."""
    return _NOT_FOUND.search(title) is not None


def _is_landing_page(asked: str, came_to: str) -> bool:
    before, after = urlsplit(asked), urlsplit(came_to)
    return bool(before.path.strip("/")) and not after.path.strip("/") and not after.query


def _essence(address: str) -> tuple[str, str, str]:
    """Return an address without what makes no other page: https, www, a slash at the end, the part after #."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
