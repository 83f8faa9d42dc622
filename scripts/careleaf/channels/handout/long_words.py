"""Words longer than a line: they may break before a dot, else anywhere; otherwise they would run off the sheet.

The place is marked by the zero-width space, which nobody hears. In an address it would be copied along with the rest;
so addresses get it only where they are longer than any line: at slashes and hyphens they break by themselves.
"""

import re
from typing import Any

ZERO_WIDTH_SPACE = "\u200b"
_ADDRESSES = frozenset({"address_text", "archived_text", "line"})
_WITHOUT_SPACES = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_TEXT, _ADDRESS = (re.compile(rf"[^\s\u200b/?&=#{_WITHOUT_SPACES}-]{{{longest},}}") for longest in (25, 45))
"""Longer than the longest words of text. Lines break by themselves at hyphens and slashes, and between the words and
syllables of scripts without spaces, such as Thai and Chinese (Unicode, UAX 14)."""
_BEFORE_DOT = re.compile(r"(?<=\w)(?=[._]\w)")
_MANY, _FEW = 25, 8


def with_breaks(value: Any, kept: frozenset[str], long: re.Pattern[str] = _TEXT) -> Any:
    """Return data with places to break in every long word; the values of the keys in `kept` stay as they are."""
    if isinstance(value, str):
        return long.sub(_broken, value)
    if isinstance(value, list):
        return [with_breaks(item, kept, long) for item in value]
    if isinstance(value, dict):
        return {
            key: item if key in kept else with_breaks(item, kept, _ADDRESS if key in _ADDRESSES else long)
            for key, item in value.items()
        }
    return value


def _broken(match: re.Match[str]) -> str:
    pieces = _BEFORE_DOT.split(match[0])
    return ZERO_WIDTH_SPACE.join(part for piece in pieces for part in _parts(piece))


def _parts(piece: str) -> list[str]:
    """Return a piece in parts of a few letters when it is long itself."""
    return [piece[at : at + _FEW] for at in range(0, len(piece), _FEW)] if len(piece) >= _MANY else [piece]
