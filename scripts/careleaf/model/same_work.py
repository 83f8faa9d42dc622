"""Whether a registry's record is the work an editor meant.

Titles are compared without accents, markup and punctuation. What lies before a colon is enough only where one side
has no subtitle: a guideline and its systematic review differ in nothing else.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from careleaf.model.source import Source
from careleaf.model.source_check import Answer

_SAME_TITLE = 0.90
_SAME_NAME = 0.85
_ENOUGH_WORDS = 4
_PARTICLES = frozenset("de del della der den di da dos du la le van von zu".split())


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which record and registry differ."""

    field: str
    ours: str
    theirs: str


def differences(source: Source, answer: Answer) -> tuple[Difference, ...]:
    """Return what differs; what either side does not say does not differ."""
    return tuple(_differences(source, answer))


def is_another_work(source: Source, answer: Answer) -> bool:
    """Tell whether a registry's record describes another work: another title, or another author and year."""
    if answer.doi and answer.doi.casefold() == source.doi.casefold():
        return False
    fields = {difference.field for difference in differences(source, answer)}
    return "title" in fields or {"author", "year"} <= fields


def _differences(source: Source, answer: Answer) -> Iterator[Difference]:
    if answer.title and not same_title(source.title, answer.title):
        yield Difference("title", source.title, answer.title)
    ours = source.author[0].family if source.author else ""
    if ours and answer.author and not _same_name(ours, answer.author):
        yield Difference("author", ours, answer.author)
    year = source.issued[:4]
    theirs = [int(one) for one in answer.years if re.fullmatch(r"\d{4}", one)]
    if year.isdecimal() and theirs and not any(abs(int(year) - one) <= 1 for one in theirs):
        yield Difference("year", year, ", ".join(answer.years))
    if source.doi and answer.doi and source.doi.casefold() != answer.doi.casefold():
        yield Difference("DOI", source.doi, answer.doi)


def same_title(ours: str, theirs: str) -> bool:
    """Tell whether two titles are one, however they are written."""
    if theirs.startswith("[") and theirs.rstrip(".").endswith("]"):
        return True  # PubMed's own translation: it says nothing about the title in its language
    if _alike(ours, theirs) >= _SAME_TITLE:
        return True
    heads = ours.partition(":"), theirs.partition(":")
    if bool(heads[0][2]) == bool(heads[1][2]) or min(len(_folded(head[0]).split()) for head in heads) < _ENOUGH_WORDS:
        return False
    return _alike(heads[0][0], heads[1][0]) >= _SAME_TITLE


def _same_name(ours: str, theirs: str) -> bool:
    return SequenceMatcher(None, _last_name(ours), _last_name(theirs), autojunk=False).ratio() >= _SAME_NAME


def _last_name(name: str) -> str:
    words = [word for word in _folded(name).split() if word not in _PARTICLES]
    return words[-1] if words else ""


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _folded(one), _folded(other), autojunk=False).ratio()


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"</?[a-z]+[^<>]{0,40}>", "", unescape(unescape(text))).casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))
