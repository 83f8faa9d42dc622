"""Suppressions in an author's file: HTML comments in Markdown, ordinary comments in YAML.

They are taken out before the page is rendered, as if their lines had never been there. So a suppression cannot change
a list, a digest or a word that a reader gets.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

import yaml

from careleaf.model.code_spans import code_spans
from careleaf.model.finding import Location
from careleaf.model.hidden import made_visible
from careleaf.model.suppression import Suppression
from careleaf.reading.block_ends import key_end, markdown_block_end

_OPENING = re.compile(r"<!--\s*+careleaf:")
_YAML_COMMENT = re.compile(r"^[ \t]*+#[ \t]*+careleaf:(?P<inside>.*)$", re.MULTILINE)
_FORM = re.compile(
    r"\s*allow(?:\s+(?!until\b)(?P<code>[\w-]+))?(?:\s+until(?:\s+(?P<until>[^\s:]+))?)?\s*(?::(?P<reason>.*))?",
    re.DOTALL,
)
_MOST = 200
"""In one record; more are left alone, and the findings they were meant for stay."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A page's Markdown without its suppressions."""

    text: str
    """As written, with spaces in their place: every offset stays what it was."""
    engine_text: str
    """Without the lines they stood on."""
    suppressions: tuple[Suppression, ...]


def take_out(text: str, path: str, first_line: int) -> TakenOut:
    """Take the suppressions out of a page's Markdown; those in code are text."""
    spans = list(_comments(text))
    if not spans:
        return TakenOut(text, text, ())
    blanked = _without(text, spans, lambda comment: re.sub(r"[^\n]", " ", comment))
    lines = blanked.split("\n")
    found = (_in_markdown(text, span, lines, path, first_line) for span in spans)
    return TakenOut(blanked, _without(text, _with_own_lines(text, spans), lambda _: ""), tuple(found))


def yaml_suppressions(text: str, path: str, first_line: int = 1) -> tuple[Suppression, ...]:
    """Return the suppressions in a YAML record; what stands inside a value is text."""
    matches = list(islice(_YAML_COMMENT.finditer(text), _MOST))
    if not matches:
        return ()
    inside_values, lines = _value_lines(text), text.split("\n")
    found = []
    for match in matches:
        line = text.count("\n", 0, match.start())
        if line not in inside_values:
            column = match[0].index("#") + 1
            first = 1 - first_line if _is_at_top(lines[:line]) else line
            place = Location(path, first_line + line, column)
            found.append(
                _suppression(match["inside"], place, first_line + first, first_line + key_end(lines, line + 1))
            )
    return tuple(found)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each suppression starts and ends; where one has no end, nothing further on has one."""
    code: list[tuple[int, int]] | None = None
    at = 0
    while match := _OPENING.search(text, at):
        end = text.find("-->", match.end())
        if end < 0:
            return
        code = [(span.start, span.end) for span in code_spans(text)] if code is None else code
        index = bisect_right(code, (match.start(), len(text))) - 1
        if index >= 0 and match.start() < code[index][1]:
            at = code[index][1]
            continue
        at = end + 3
        yield match.start(), at


def _in_markdown(text: str, span: tuple[int, int], lines: list[str], path: str, first_line: int) -> Suppression:
    start, end = span
    line = text.count("\n", 0, start)
    last = markdown_block_end(lines, line)
    inside = _OPENING.sub("", text[start : end - 3], count=1)
    place = Location(path, first_line + line, start - (text.rfind("\n", 0, start) + 1) + 1)
    return _suppression(inside, place, first_line + line, first_line + last)


def _suppression(inside: str, place: Location, first: int, last: int) -> Suppression:
    form = _FORM.fullmatch(inside)
    if form is None:
        return Suppression(place, first, last)
    reason = made_visible(" ".join((form["reason"] or "").split()))
    return Suppression(place, first, last, form["code"] or "", _day(form["until"] or ""), reason)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _with_own_lines(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Widen each comment that stands alone on its lines to those lines, and any other to the spaces before it."""
    widened = []
    for start, end in spans:
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end + 1
        alone = not text[line_start:start].strip() and not text[end:line_end].strip()
        ends_word = not text[end : end + 1].strip()
        widened.append(
            (line_start, line_end) if alone else (len(text[:start].rstrip(" \t")) if ends_word else start, end)
        )
    return widened


def _without(text: str, spans: list[tuple[int, int]], instead: Callable[[str], str]) -> str:
    edges = [(0, 0), *spans, (len(text), len(text))]
    pieces = []
    for (start, end), (following, _) in pairwise(edges):
        pieces += [instead(text[start:end]), text[end:following]]
    return "".join(pieces)


def _value_lines(text: str) -> frozenset[int]:
    """Return the numbers of lines that a value of several lines goes on in."""
    lines: set[int] = set()
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                end = token.end_mark.line + (token.end_mark.column > 0)
                lines.update(range(token.start_mark.line + 1, end))
    except yaml.YAMLError:
        pass  # the record's own reader says what is wrong
    return frozenset(lines)


def _is_at_top(before: list[str]) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in before)
