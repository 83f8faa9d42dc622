"""Small pieces of a line: full stops, days in words, editions, ranges of pages."""

import re

from careleaf.model.wording import Wording

_RANGE = re.compile(
    r"(?<![\w-])(?P<prefix>[A-Za-z]*)(?P<first>\d+)\s*[-–—]+\s*(?P<again>[A-Za-z]*)(?P<last>\d+)(?![\w-])"
)
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*")


def closed(text: str) -> str:
    """End with a full stop, unless the text ends a sentence already or is empty."""
    text = text.strip()
    if not text:
        return ""
    tail = _SENTENCE_END.search(text, max(len(text) - 3, 0))
    ended = tail is not None and tail.end() == len(text) and not text.endswith((")", "]"))
    return text if ended else f"{text}."


def day_in_words(text: str, wording: Wording) -> str:
    """Write a year, year-month or day as the style does; what is none of these is left as it stands."""
    try:
        year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
        name = wording.months[month - 1] if month else ""
    except (ValueError, IndexError):
        return text
    if not month:
        return text
    return wording.texts["source-date"].format(day=day, month=name, year=year) if day else wording.month(year, month)


def edition(text: str, wording: Wording) -> str:
    """Return ``21st ed``; words stay words."""
    number = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th|\.)?", text.strip())
    if number is None:
        return text
    return wording.say("source-edition", number=_ordinal(int(number[1]), wording))


def _ordinal(number: int, wording: Wording) -> str:
    """Add the ending that the language gives to 1, 2, 3 and the rest; 11 to 13 are of the rest."""
    endings = wording.texts["source-ordinals"].split()
    index = number % 10 if number % 10 in {1, 2, 3} and number % 100 not in {11, 12, 13} else 4
    return f"{number}{endings[index - 1]}"


def expanded_pages(pages: str) -> str:
    """Write ``2103-16`` as ``2103-2116``: the style gives both pages in full."""
    return _RANGE.sub(_expanded, pages)


def _expanded(match: re.Match[str]) -> str:
    prefix, first, again, last = match["prefix"], match["first"], match["again"], match["last"]
    if again not in {"", prefix}:
        return f"{prefix}{first}-{again}{last}"
    whole = first[: len(first) - len(last)] + last
    return f"{prefix}{first}-{prefix}{whole}"
