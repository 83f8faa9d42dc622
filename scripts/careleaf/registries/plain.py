"""Takes text from a registry's answer: one harmless line, or nothing. Any answer may be wrong or hostile."""

import re
import unicodedata
from html import unescape

_LONGEST = 300


def plain_line(value: object) -> str:
    """Return text without markup, line breaks, control and direction signs, cut to a bearable length."""
    if not isinstance(value, str):
        return ""
    text = re.sub(r"<[^<>]{0,300}>", "", unescape(unescape(value[: _LONGEST * 10])))
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(kept.replace("<", " ").replace(">", " ").split())[:_LONGEST].strip()


def year_of(value: object) -> str:
    """Return the year in a date as registries write it: 2010, ``2010 Feb``, ``[2010, 2, 6]``."""
    match = re.match(r"(1[5-9]|20)\d\d\b", str(value)) if isinstance(value, str | int) else None
    return match[0] if match else ""
