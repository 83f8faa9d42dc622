"""Keys for new records: the first author's name and the year, never one that is taken."""

import re
import unicodedata
from collections.abc import Collection

from careleaf.model.source import Source

_LONGEST = 40


def source_key(source: Source, taken: Collection[str]) -> str:
    """Return ``tester2020``; a second one of that name and year is ``tester2020b``, whatever the letter case."""
    first = source.author[0] if source.author else None
    named = (_slug(first.family or first.literal) if first else "") or _slug(_first_words(source.title)) or "source"
    stem = f"{named}{source.issued[:4] or '-undated'}"
    used = {key.casefold() for key in taken}
    number = 1
    while (key := stem if number == 1 else f"{stem}{_suffix(number)}") in used:
        number += 1
    return key


def _suffix(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[number - 1] if number <= 26 else f"-{number}"


def _slug(text: str) -> str:
    spread = text.translate({ord("ß"): "ss", ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("æ"): "ae"})
    plain = unicodedata.normalize("NFKD", spread).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words)[:_LONGEST].strip("-")


def _first_words(title: str) -> str:
    return " ".join(title.split()[:3])
