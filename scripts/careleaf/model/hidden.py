"""Characters that no reader sees, or that show a text in another order than it has.

A reviewer signs what they see. A character they cannot see can cut a figure in two for the checks (``10`` soft hyphen
``0`` is shown as 100), turn a sentence round (Unicode UTS #39, "Trojan Source"), or carry a message of its own. Only
where a script or an emoji needs one is it no fault.
"""

import re
import unicodedata
from collections.abc import Iterator

_MEANT = "\t\n"
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufffc\ufffd\ufe00-\ufe0f"
_CLASSES = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; a carriage return is a line's end before this is asked
    "\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # formats and marks of direction
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, private use, what is no character
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
)
HIDDEN = re.compile(f"[{_BLANK_LETTERS}{_CLASSES}]")
"""All that can be hidden, needed or not."""
_JOINERS = "\u200c\u200d"
_MARKS_OF_DIRECTION = "\u061c\u200e\u200f"
_SHAPES = "\ufe0e\ufe0f"
_KEYCAP = "\u20e3"
_FIRST_JOINED_SCRIPT = 0x0600
"""From Arabic on, scripts join letters; those before it (Latin, Greek, Cyrillic, Hebrew) never need a joiner."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each hidden character, and the character."""
    for match in HIDDEN.finditer(text):
        if not _is_needed(match[0], text, match.start()):
            yield match.start(), match[0]


def name_of(character: str) -> str:
    """Return a character's number and name, such as ``U+200B ZERO WIDTH SPACE``."""
    number = f"U+{ord(character):04X}"
    return f"{number} {unicodedata.name(character, '')}".rstrip()


def made_visible(text: str) -> str:
    """Return a text in which every control and hidden character is written by its number, as Python does."""
    return _SHOWN.sub(lambda match: _escaped(match[0]), text)


_SHOWN = re.compile(f"[\t\n{_CLASSES}]")


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # as in Python's own strings


def _is_needed(character: str, text: str, at: int) -> bool:
    if character in _MEANT:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if character in _JOINERS:
        return _joins_letters(before, after) or (character == "\u200d" and _is_picture(before) and _is_picture(after))
    if character in _MARKS_OF_DIRECTION:
        return any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in _line_around(text, at))
    if character in _SHAPES:
        return after == _KEYCAP or bool(
            before and ord(before) > 0xA8 and _is_picture(before)
        )  # © is the first sign with two shapes
    return False


def _joins_letters(before: str, after: str) -> bool:
    """Tell whether a joiner stands behind a letter of a script that joins, not at the end of a text."""
    return bool(before and after and ord(before) >= _FIRST_JOINED_SCRIPT and unicodedata.category(before)[0] in "LM")


def _is_picture(character: str) -> bool:
    """Tell whether a character is an emoji, a sign, or the shape or skin of one."""
    return bool(character) and (unicodedata.category(character) in {"So", "Sk", "Sm", "Po"} or character in _SHAPES)


def _line_around(text: str, at: int) -> str:
    """Return the nearest letters on the same line; far ones have no say about a mark here."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return (
        text[max(start, at - 200) : min(len(text) if end < 0 else end, at + 200)]
        .replace("\u200f", "")
        .replace("\u061c", "")
    )
