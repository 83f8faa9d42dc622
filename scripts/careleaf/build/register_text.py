"""Changes published.yml as an editor would: what stands there stays, with its comments and its order.

The text is changed at the places the YAML parser names, never written anew. What came out is read again by the same
code that reads an author's file, and must say exactly what was meant.
"""

import json
import re
from collections.abc import Iterator, Mapping

import yaml

from careleaf.model.errors import PublishError
from careleaf.model.published import Published, PublishedLoader, PublishedPage, Version
from careleaf.reading.records import parse_record

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*|\d{4}-\d{2}-\d{2}")
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HEADS = {
    "pages": "# Every address ever released, and what became of it. Written by careleaf; kept for ever.\npages:\n",
    "loaders": "# Every loader portals may have pinned: each stays where it was.\nloaders:\n",
}
Edit = tuple[int, int, str]
"""Where a piece of text starts and ends, and what stands there instead."""
Change = tuple[str, str]
"""A key, and its new value; for `versions`, one more item."""
Field = tuple[str, str | list[str]]
"""A key, and its value or the items of its list, as YAML."""
_FIELDS = ("status", "title", "withdrawn_on", "withdrawn_by", "reason", "replaced_by", "imported_on")


def with_pages(text: str, before: Published, after: Published) -> str:
    """Return the register's text with the pages and loaders of `after` that differ from those `before`.

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
    text = _with_entries(text, "pages", {address: _fields(page) for address, page in added.items()})
    loaders = {name: _loader_fields(one) for name, one in after.loaders.items() if name not in before.loaders}
    text = _with_entries(text, "loaders", loaders)
    record, faults = parse_record(text, "published.yml", "published", Published)
    if faults or record is None or record.value != after:
        raise PublishError("published.yml could not be changed by program. Write one key a line, without flow style.")
    return text


def _changes(old: PublishedPage, new: PublishedPage) -> Iterator[Change]:
    for name in _FIELDS:
        if getattr(new, name) != getattr(old, name):
            yield name, _scalar(getattr(new, name))
    if new.sections != old.sections:
        yield "sections", _list(new.sections)
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


def _with_entries(text: str, register: str, added: Mapping[str, list[Field]]) -> str:
    """Add entries at the end of `pages` or `loaders`, indented as their neighbours are."""
    if not added:
        return text
    entries = _child(_root(text), register)
    indent = " " * entries.start_mark.column if isinstance(entries, yaml.MappingNode) else "  "
    block = "".join(_block(name, fields, indent) for name, fields in added.items())
    if entries is None:
        return text.rstrip("\n") + "\n" * bool(text.strip()) + _HEADS[register] + block
    if isinstance(entries, yaml.MappingNode) and entries.flow_style:
        items = ", ".join(f"{_scalar(name)}: {_flow(fields)}" for name, fields in added.items())
        return _applied(text, [_into_flow(text, entries, items)])
    return _applied(text, [_after(text, entries, block)])


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


def _block(name: str, fields: list[Field], indent: str) -> str:
    lines = (_field_lines(key, value, f"{indent}  ") for key, value in fields)
    return f"{indent}{_scalar(name)}:\n" + "".join(lines)


def _field_lines(key: str, value: str | list[str], indent: str) -> str:
    if isinstance(value, str):
        return f"{indent}{key}: {value}\n"
    return f"{indent}{key}:\n" + "".join(f"{indent}  - {item}\n" for item in value)


def _flow(fields: list[Field]) -> str:
    in_flow = ((key, value if isinstance(value, str) else f"[{', '.join(value)}]") for key, value in fields)
    return "{" + ", ".join(f"{key}: {value}" for key, value in in_flow) + "}"


def _fields(page: PublishedPage) -> list[Field]:
    fields: list[Field] = [(name, _scalar(getattr(page, name))) for name in _FIELDS if getattr(page, name)]
    fields += [("sections", _list(page.sections))] if page.sections else []
    return [*fields, ("versions", [_flow_version(version) for version in page.versions])] if page.versions else fields


def _loader_fields(one: PublishedLoader) -> list[Field]:
    return [("integrity", _scalar(one.integrity)), ("released_on", str(one.released_on))]


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_scalar, values))}]"


def _flow_version(version: Version) -> str:
    return f"{{digest: {version.digest}, released_on: {version.released_on}}}"


def _scalar(value: object) -> str:
    """Write a value plain where nobody can misread it, else in quotation marks as JSON and YAML both read it."""
    text = str(value)
    if _PLAIN.fullmatch(text):
        return text
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
