"""Takes text from a registry's answer: harmless words, or nothing. Any answer may be wrong or hostile."""

import re
import unicodedata
from datetime import date
from html import unescape

from careleaf.model.hidden import HIDDEN

_LONGEST = 300
LONGEST_TEXT = 150_000
"""Characters of a text that is looked into: more than any article or web page for readers has."""


def plain_line(value: object, longest: int = _LONGEST) -> str:
    """Return text without markup, line breaks, control and direction signs, cut to a bearable length."""
    if not isinstance(value, str):
        return ""
    text = re.sub(r"<[^<>]{0,300}>", "", unescape(unescape(value[: longest * 10])))
    text = HIDDEN.sub("", text)
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(kept.replace("<", " ").replace(">", " ").split())[:longest].strip()


def plain_text(value: object) -> str:
    """Return the words of a text with markup, such as an abstract; cut to a bearable length."""
    if not isinstance(value, str):
        return ""
    text = re.sub(r"<[^<>]{0,300}>", " ", unescape(value[:LONGEST_TEXT]))
    return " ".join(text.split())


def day_of(value: object) -> date | None:
    """Return the day at the beginning of a time as pages and registries write it."""
    match = re.match(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)", value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def year_of(value: object) -> str:
    """Return the year in a date as registries write it: 2010, ``2010 Feb``, ``[2010, 2, 6]``."""
    match = re.match(r"(1[5-9]|20)\d\d\b", str(value)) if isinstance(value, str | int) else None
    return match[0] if match else ""
