"""CSL-JSON (https://docs.citationstyles.org): what Zotero, Mendeley and pandoc write."""

import json
import re
from collections.abc import Iterator

from careleaf.reading.source_import.entry import Entry, Unreadable

_SPACE = re.compile(r"\s*")
_TOO_DEEP = "It is nested too deep."


def parse_csl_json(text: str) -> Iterator[Entry | Unreadable]:
    """Yield every item of a list, or the one item of a file. What follows a syntax error cannot be read."""
    at = _after_space(text, 0)
    if text[at : at + 1] != "[":
        yield from _single(text, at)
        return
    at = _after_space(text, at + 1)
    while text[at : at + 1] != "]":
        line = text.count("\n", 0, at) + 1
        try:
            value, at = json.JSONDecoder().raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield _broken(error, line)
            return
        yield _entry(value, line)
        at = _after_space(text, at)
        if text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
        elif text[at : at + 1] != "]":
            yield Unreadable(text.count("\n", 0, at) + 1, "", "The list of items does not go on or end here.")
            return


def _single(text: str, at: int) -> Iterator[Entry | Unreadable]:
    line = text.count("\n", 0, at) + 1
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield _broken(error, line)
        return
    items = value.get("items") if isinstance(value, dict) else None
    for item in items if isinstance(items, list) else [value]:
        yield _entry(item, line)


def _entry(value: object, line: int) -> Entry | Unreadable:
    if not isinstance(value, dict):
        return Unreadable(line, "", "It is not an item with fields.")
    label = value.get("id")
    return Entry(line, str(label)[:80] if isinstance(label, str | int) else "", value)


def _broken(error: Exception, line: int) -> Unreadable:
    if isinstance(error, json.JSONDecodeError):
        return Unreadable(max(error.lineno, line), "", f"This is not valid JSON: {error.msg}.")
    return Unreadable(line, "", _TOO_DEEP if isinstance(error, RecursionError) else "A number in it is too long.")


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
