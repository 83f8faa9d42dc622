"""Changes published.yml as an editor would: what stands there stays, with its comments and its order.

The text is changed at the places the YAML parser names, never written anew. What came out is read again by the same
code that reads an author's file, and must say exactly what was meant.
"""

import json
import re
from collections.abc import Iterator, Mapping

import yaml

from careleaf.model.errors import PublishError
from careleaf.model.published import Published, PublishedPage, Version
from careleaf.reading.records import parse_record

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*|\d{4}-\d{2}-\d{2}")
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HEAD = "# Every address ever released, and what became of it. Written by careleaf; kept for ever.\npages:\n"
Edit = tuple[int, int, str]
"""Where a piece of text starts and ends, and what stands there instead."""
Change = tuple[str, str]
"""A key, and its new value; for `versions`, one more item."""
_FIELDS = ("status", "title", "withdrawn_on", "withdrawn_by", "reason", "replaced_by")


def with_pages(text: str, before: Published, after: Published) -> str:
    """Return the register's text with the pages of `after` that differ from those `before`.

    Raises:
        PublishError: the text cannot be changed without loss; it has to be edited by hand.
    """
    changes = {
        address: list(_changes(before.pages[address], page))
        for address, page in after.pages.items()
        if address in before.pages
    }
    for turn in range(max(map(len, changes.values()), default=0)):  # one change an entry at a time, all entries at once
        root = _root(text)
        edits = [_edit(text, root, address, each[turn]) for address, each in changes.items() if turn < len(each)]
        text = _applied(text, edits)
    added = {address: page for address, page in after.pages.items() if address not in before.pages}
    text = _with_entries(text, added) if added else text
    record, faults = parse_record(text, "published.yml", "published", Published)
    if faults or record is None or record.value != after:
        raise PublishError("published.yml could not be changed by program. Write one key a line, without flow style.")
    return text


def _changes(old: PublishedPage, new: PublishedPage) -> Iterator[Change]:
    for name in _FIELDS:
        if getattr(new, name) != getattr(old, name):
            yield name, _scalar(getattr(new, name))
    for version in new.versions[len(old.versions) :]:
        yield "versions", _flow_version(version)


def _edit(text: str, root: yaml.Node | None, address: str, change: Change) -> Edit:
    pages = _child(root, "pages")
    entry = _child(pages, address)
    if not isinstance(entry, yaml.MappingNode):
        raise PublishError(f"The entry `{address}` of published.yml could not be changed. Write one key a line.")
    key, value = change
    listed = _child(entry, key)
    if key != "versions":
        return _set(text, entry, key, value)
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        return _set(text, entry, key, f"[{value}]")
    if listed.flow_style:
        return _into_flow(text, listed, value)
    return _after(text, listed, f"{' ' * listed.start_mark.column}- {value}\n")


def _applied(text: str, edits: list[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _with_entries(text: str, added: Mapping[str, PublishedPage]) -> str:
    """Add entries at the end of `pages`, indented as their neighbours are."""
    pages = _child(_root(text), "pages")
    indent = " " * pages.start_mark.column if isinstance(pages, yaml.MappingNode) else "  "
    block = "".join(_block(address, page, indent) for address, page in added.items())
    if pages is None:
        return text.rstrip("\n") + "\n" * bool(text.strip()) + _HEAD + block
    if isinstance(pages, yaml.MappingNode) and pages.flow_style:
        items = ", ".join(f"{_scalar(address)}: {_flow(page)}" for address, page in added.items())
        return _applied(text, [_into_flow(text, pages, items)])
    return _applied(text, [_after(text, pages, block)])


def _set(text: str, mapping: yaml.MappingNode, key: str, value: str) -> Edit:
    """Give a key a value: in the place of the old one, or in a line of its own at the end."""
    existing = _child(mapping, key)
    if existing is not None:
        start, end = existing.start_mark.index, _end(existing)
        end -= text[end - 1 : end] == "\n"  # a folded text ends with its line
        return start, end, value if text[start - 1 : start].isspace() else f" {value}"
    if mapping.flow_style:
        return _into_flow(text, mapping, f"{key}: {value}")
    return _after(text, mapping, f"{' ' * mapping.start_mark.column}{key}: {value}\n")


def _into_flow(text: str, collection: yaml.CollectionNode, item: str) -> Edit:
    closing = collection.end_mark.index - 1
    start = len(text[:closing].rstrip())
    return start, closing, f", {item}" if collection.value and text[start - 1] != "," else item


def _after(text: str, node: yaml.Node, lines: str) -> Edit:
    """Put whole lines below the last line of a node, a comment at its end included."""
    end = _end(node)
    if text[end - 1 : end] != "\n":
        line_end = text.find("\n", end)
        if line_end < 0:
            return len(text), len(text), f"\n{lines}"
        end = line_end + 1
    return end, end, lines


def _end(node: yaml.Node) -> int:
    """Return where a node ends; YAML's own mark for a block lies behind the comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _root(text: str) -> yaml.Node | None:
    root: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    return root


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _block(address: str, page: PublishedPage, indent: str) -> str:
    inner = f"{indent}  "
    lines = [f"{inner}{name}: {value}\n" for name, value in _filled(page).items()]
    versions = [f"{inner}  - {_flow_version(version)}\n" for version in page.versions]
    listed = [f"{inner}versions:\n", *versions] if versions else []
    return "".join([f"{indent}{_scalar(address)}:\n", *lines, *listed])


def _flow(page: PublishedPage) -> str:
    fields = [f"{name}: {value}" for name, value in _filled(page).items()]
    versions = ", ".join(_flow_version(version) for version in page.versions)
    return "{" + ", ".join([*fields, *([f"versions: [{versions}]"] if versions else [])]) + "}"


def _flow_version(version: Version) -> str:
    return f"{{digest: {version.digest}, released_on: {version.released_on}}}"


def _filled(page: PublishedPage) -> Mapping[str, str]:
    return {name: _scalar(getattr(page, name)) for name in _FIELDS if getattr(page, name)}


def _scalar(value: object) -> str:
    """Write a value plain where nobody can misread it, else in quotation marks as JSON and YAML both read it."""
    text = str(value)
    if _PLAIN.fullmatch(text):
        return text
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
