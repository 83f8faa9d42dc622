"""Pages that would keep the Markdown engine busy for hours, or end it: seen before the engine gets them.

Python-Markdown looks for the end of every bracket, code span and tag again and again, and copies what is left of a
block at every heading in it: 16,000 times ``[`` take it 25 seconds, four times as many sixteen times as long. It also
calls itself at every level of a list. So sums are made here, each in a pass that is linear in the page's length: how
far brackets and their like reach, how often blocks would be copied, how deep lines are nested. The limits keep any page
below some seconds; no page a person reads comes near them. Measured with Markdown 3.11.
"""

import re
from collections.abc import Iterator

MAX_CHARACTERS = 400_000
"""About 150 printed pages."""
MAX_REACH = 6_000_000
"""In characters, all brackets of a page together: an ordinary one reaches 20, so this is 300,000 links."""
MAX_COPIED = 250_000_000
"""Lines of a block times its characters, all blocks of a page together; tables are not copied."""
MAX_SIGNS = 15_000_000_000
"""Signs of a block times its characters: the engine copies the block at every sign it takes out."""
MAX_COLUMNS = 100
"""Before the first word of a line; a level of a list takes four."""
MAX_MARKERS = 12
"""List and quotation signs before the first word of a line."""
MAX_OPEN_BLOCKS = 12
MAX_TAGS = 100
"""Elements open at one time."""
MAX_DEFINITIONS = 1_000
MAX_SUPPRESSIONS = 200
MAX_CONTENTS = 10
"""Lists of contents in the text."""

Problem = tuple[int, str, str]
"""Where in the text, what is wrong, and what to do."""

_BLOCK = re.compile(r"[^\n].*(?:\n[ \t]*[^\s].*)*")
_SIGN = re.compile(
    r"(?P<escaped>\\.)|(?P<open>\[)|(?P<close>\](?P<target>\(?))|(?P<ticks>`+)|(?P<tag><[^\s\d=])"
    r"|(?P<brace>\{)"
)
_REACHING = re.compile(r"[\[\]<{`]")
_TAKEN_OUT = re.compile(r"[\\\[`<*_&!\n]")
_MARKER = re.compile(r">|[-*+][ \t]|\d{1,9}[.)][ \t]")
_LEADING = re.compile(rf"(?=[ \t>*+.)\d-]{{{MAX_MARKERS + 1}}})(?:[ \t>]|[-*+][ \t]|\d{{1,9}}[.)][ \t])+")
"""So many characters at least that they could be too many, or too wide: most space is between two words."""
_FENCE = re.compile(r"^[ \t]*/{3,}(?P<opens>[ \t]*\w)?", re.MULTILINE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>?")
_DEFINITION = re.compile(r"^[ ]{0,3}(?:\*\[|\[\^)", re.MULTILINE)
_CONTENTS = re.compile(r"^[ \t]*\[TOC\]", re.MULTILINE)
_SUPPRESSION = re.compile(r"<!--\s*+careleaf:")
_VOID = frozenset("area br col hr img input link meta wbr".split())


def find_problem(text: str) -> Problem | None:
    """Return the first reason why a page's text may not reach the engine, or None."""
    if len(text) > MAX_CHARACTERS:
        return MAX_CHARACTERS, f"The page is longer than {MAX_CHARACTERS:,} characters.", "Split it into several pages."
    return next(filter(None, (look(text) for look in (_nested, _tags, _fences, _definitions, _costly))), None)


def _nested(text: str) -> Problem | None:
    for match in _LEADING.finditer(text):
        columns = len(match[0].expandtabs(4))
        if columns > MAX_COLUMNS or len(_MARKER.findall(match[0])) > MAX_MARKERS:
            return match.start(), "This line is nested too deep.", "Make the list or quotation flatter."
    return None


def _tags(text: str) -> Problem | None:
    deepest = depth = 0
    for match in _TAG.finditer(text):
        if match["name"].lower() not in _VOID and not match["rest"].endswith("/"):
            depth = max(depth - 1, 0) if match["end"] else depth + 1
            deepest = max(deepest, depth)
        if deepest > MAX_TAGS:
            return match.start(), f"More than {MAX_TAGS} HTML elements are open here.", "Write the page in Markdown."
    return None


def _fences(text: str) -> Problem | None:
    depth = 0
    for match in _FENCE.finditer(text):
        depth = depth + 1 if match["opens"] else max(depth - 1, 0)
        if depth > MAX_OPEN_BLOCKS:
            advice = "Close each block with `///` before the next one."
            return match.start(), f"More than {MAX_OPEN_BLOCKS} blocks are open here.", advice
    return None


def _definitions(text: str) -> Problem | None:
    return (
        _too_many(_DEFINITION, MAX_DEFINITIONS, "abbreviations and footnotes are defined", text)
        or _too_many(_CONTENTS, MAX_CONTENTS, "lists of contents stand", text)
        or _too_many(_SUPPRESSION, MAX_SUPPRESSIONS, "suppressions stand", text)
    )


def _too_many(pattern: re.Pattern[str], most: int, what: str, text: str) -> Problem | None:
    for count, match in enumerate(pattern.finditer(text), start=1):
        if count > most:
            return match.start(), f"More than {most:,} {what} on this page.", "Split it into several pages."
    return None


def _costly(text: str) -> Problem | None:
    """Add up what brackets and lines cost, block by block; a block ends at an empty line."""
    if _is_cheap(text):
        return None
    reach = copied = signs = 0
    for block in _BLOCK.finditer(text):
        size, at = len(block[0]), block.start()
        if not _is_table(block[0]):
            copied += (block[0].count("\n") + 1) * size
            signs += len(_TAKEN_OUT.findall(block[0])) * size
        if copied > MAX_COPIED or signs > MAX_SIGNS:
            return at, "This part is too long without an empty line.", "Put empty lines between its paragraphs."
        for start, length in _reaches(block[0]):
            reach += length
            if reach > MAX_REACH:
                message = "Too many brackets, backticks or tags are open here."
                return at + start, message, "Close each of them, or put a backslash before it."
    return None


def _is_cheap(text: str) -> bool:
    """Tell whether all limits would hold even if the page were one block: nearly all pages are that short."""
    size = len(text)
    reach = 2 * size * len(_REACHING.findall(text))  # a bracket and its target, each at most to the end
    return (
        reach <= MAX_REACH
        and size * (text.count("\n") + 1) <= MAX_COPIED
        and size * len(_TAKEN_OUT.findall(text)) <= MAX_SIGNS
    )


def _is_table(block: str) -> bool:
    """Tell whether the engine takes a block for a table, which it reads line by line."""
    head, _, rest = block.partition("\n")
    line = rest.partition("\n")[0]
    if not head or not line or set(line) - set("|:- ") or set(head) & set("\\`"):
        return False
    return _cells(head) == _cells(line) > 0


def _cells(row: str) -> int:
    return row.strip().strip("|").count("|")


def _reaches(block: str) -> Iterator[tuple[int, int]]:
    """Yield where each bracket, code span and tag starts, and how far the engine looks for its end."""
    opened: list[int] = []
    ticks: dict[int, int] = {}
    size = len(block)
    for match in _SIGN.finditer(block):
        start = match.start()
        if match["open"]:
            opened.append(start)
        elif match["close"]:
            first = opened.pop() if opened else start
            yield first, match.end() - first
            if match["target"]:
                yield first, _to(")", block, match.end(), size)
        elif match["tag"]:
            yield start, _to(">", block, start, size)
        elif match["brace"]:
            end = block.find("\n", start)
            yield start, _to("}", block, start, end if end >= 0 else size)
        elif match["ticks"]:
            run = len(match["ticks"])
            if ticks.pop(run, None) is None:
                ticks[run] = start
                yield start, size - start
    yield from ((start, size - start) for start in opened)


def _to(sign: str, block: str, start: int, end: int) -> int:
    """Return how far it is to a sign, or to the end where the sign is missing."""
    found = block.find(sign, start, end)
    return (found if found >= 0 else end) - start
