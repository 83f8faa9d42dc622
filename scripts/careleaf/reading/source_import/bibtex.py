"""BibTeX and BibLaTeX: entries, abbreviations and joined strings; what an entry says is read by `bibtex_entry`."""

import re
from collections.abc import Iterator

from careleaf.reading.source_import.bibtex_entry import item_of
from careleaf.reading.source_import.entry import MAX_FIELD, Entry, Unreadable

_START = re.compile(r"@\s*(?P<type>[A-Za-z]{1,40})\s*[{(]")
_KEY = re.compile(r"\s*(?P<key>[^\s,{}()\"=]{0,200})\s*(?P<end>[,})])")
_FIELD = re.compile(r"\s*(?P<name>[A-Za-z][\w:.+/-]{0,60})\s*=\s*")
_BARE = re.compile(r"[^\s,{}()\"#=]{1,200}")
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(r"^[ \t]*@", re.MULTILINE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


class _BrokenError(Exception):
    """An entry does not go on as one does; the message is one sentence."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def parse_bibtex(text: str) -> Iterator[Entry | Unreadable]:
    """Yield every entry; after a broken one, reading goes on at the next line that begins with ``@``."""
    strings = {name: str(number) for number, name in enumerate(_MONTHS, start=1)}
    at = 0
    while match := _START.search(text, at):
        line, kind = text.count("\n", 0, match.start()) + 1, match["type"].lower()
        key = ""
        try:
            if kind in {"comment", "preamble"}:
                _, at = _until_closed(text, match.end() - 1)
            elif kind == "string":
                fields, at = _fields(text, match.end(), strings)
                strings.update(fields)
            else:
                key, at = _key(text, match.end())
                fields, at = _fields(text, at, strings)
                yield Entry(line, key, item_of(kind, fields))
        except _BrokenError as error:
            yield Unreadable(text.count("\n", 0, error.at) + 1, key, str(error))
            following = _NEXT.search(text, match.end())
            at = following.start() if following else len(text)


def _key(text: str, at: int) -> tuple[str, int]:
    match = _KEY.match(text, at)
    if match is None:
        raise _BrokenError("The entry has no key with a comma behind it.", at)
    return match["key"], match.end("key") if match["end"] != "," else match.end()


def _fields(text: str, at: int, strings: dict[str, str]) -> tuple[dict[str, str], int]:
    """Read ``name = value`` up to the closing sign; of two equal names the first counts."""
    fields: dict[str, str] = {}
    while True:
        at = _after_space(text, at)
        if text[at : at + 1] in {"}", ")"}:
            return fields, at + 1
        match = _FIELD.match(text, at)
        if match is None:
            raise _BrokenError("The entry is not closed, or a field is not `name = value`.", at)
        value, at = _value(text, match.end(), strings)
        fields.setdefault(match["name"].lower(), value)
        at = _after_space(text, at)
        if text[at : at + 1] == ",":
            at += 1


def _value(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    """Read one value; ``#`` joins several. Its length is bounded: abbreviations can double each other."""
    parts: list[str] = []
    while True:
        part, at = _part(text, _after_space(text, at), strings)
        parts.append(part)
        if sum(map(len, parts)) > 2 * MAX_FIELD:
            raise _BrokenError(f"A field is longer than {MAX_FIELD} characters.", at)
        after = _after_space(text, at)
        if text[after : after + 1] != "#":
            return "".join(parts), at
        at = after + 1


def _part(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    if text[at : at + 1] == "{":
        return _until_closed(text, at)
    if text[at : at + 1] == '"':
        return _quoted(text, at)
    match = _BARE.match(text, at)
    if match is None:
        raise _BrokenError("A field has no value.", at)
    return strings.get(match[0].lower(), match[0]), match.end()


def _until_closed(text: str, at: int) -> tuple[str, int]:
    """Return what stands between an opening sign and the one that closes it."""
    opening = text[at]
    closing = {"{": "}", "(": ")"}[opening]
    depth, end = 0, at
    while end < len(text):
        sign = text[end]
        if sign == "\\":
            end += 1
        elif sign == opening:
            depth += 1
        elif sign == closing:
            depth -= 1
            if depth == 0:
                return text[at + 1 : end], end + 1
        end += 1
    raise _BrokenError(f"A `{opening}` is never closed.", at)


def _quoted(text: str, at: int) -> tuple[str, int]:
    depth, end = 0, at + 1
    while end < len(text):
        sign = text[end]
        if sign == '"' and depth == 0:
            return text[at + 1 : end], end + 1
        depth += {"{": 1, "}": -1}.get(sign, 0)
        end += 2 if sign == "\\" and text[end + 1 : end + 2] in {"{", "}"} else 1
    raise _BrokenError("A quotation mark is never closed.", at)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
