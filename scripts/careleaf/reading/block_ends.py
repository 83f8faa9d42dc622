"""Where the next block of a page, or the next key of a record, ends: as far as a suppression covers."""

import re

_LIST_ITEM = re.compile(r"(?P<indent>[ ]*)(?:[-*+]|\d{1,9}[.)])[ \t]")
_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]|$)")


def markdown_block_end(lines: list[str], start: int) -> int:
    """Return the index of the last line of the first block at or behind a line.

    A block ends before an empty line; a heading on its line, a list with its last item, code with its fence.
    """
    first = _first_filled(lines, start)
    if first is None:
        return start
    if _HEADING.match(lines[first]):
        return first
    if fence := _FENCE.match(lines[first]):
        closing = (i for i in range(first + 1, len(lines)) if lines[i].strip().startswith(fence["fence"]))
        return next(closing, len(lines) - 1)
    item = _LIST_ITEM.match(lines[first])
    end = _paragraph_end(lines, first)
    while item is not None and (following := _first_filled(lines, end + 1)) is not None:
        if not _belongs_to_list(lines[following], len(item["indent"])):
            break
        end = _paragraph_end(lines, following)
    return end


def key_end(lines: list[str], start: int) -> int:
    """Return the index of the last line of the first key, or list item, at or behind a line, with all it holds."""
    first = next((i for i in range(start, len(lines)) if not _is_blank_or_comment(lines[i])), None)
    if first is None:
        return start - 1
    depth, end = _indent(lines[first]), first
    is_key = not lines[first].lstrip().startswith("- ")
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if not line.strip():
            continue
        is_item_of_key = is_key and _indent(line) == depth and line.lstrip().startswith("- ")
        if _indent(line) <= depth and not is_item_of_key:
            break
        end = index
    return end


def _belongs_to_list(line: str, indent: int) -> bool:
    item = _LIST_ITEM.match(line)
    return _indent(line) > indent or (item is not None and len(item["indent"]) == indent)


def _paragraph_end(lines: list[str], start: int) -> int:
    empty = (i for i in range(start, len(lines)) if not lines[i].strip())
    return next(empty, len(lines)) - 1


def _first_filled(lines: list[str], start: int) -> int | None:
    return next((i for i in range(start, len(lines)) if lines[i].strip()), None)


def _is_blank_or_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
