"""One pass over a finished PDF, for what Typst 0.15 cannot say yet.

Row headers become header cells of their row (PDF/UA-1, 7.5). A link to a source says which source, where
Typst says only on which page. Lines from right to left get their reading order (`line_order`). The tag tree is stored
compressed, which takes a third off the file.
"""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from careleaf.channels.handout.line_order import may_need_order, order_lines
from careleaf.channels.handout.reading_order import RowHeaders, link_sources, row_headers


def repaired(pdf: bytes, data: Mapping[str, object]) -> bytes:
    """Return the same document with these repairs; the same input gives the same bytes."""
    sources: list[dict[str, object]] = data["sources"]  # type: ignore[assignment]  # a JSON document
    with Pdf.open(BytesIO(pdf)) as document:
        elements = list(_elements(document.Root.StructTreeRoot))
        _mark_row_headers(elements, list(row_headers(data)))
        _describe_links(elements, list(link_sources(data)), [str(source["name"]) for source in sources])
        if may_need_order(json.dumps(data, ensure_ascii=False)):
            order_lines(document)
        out = BytesIO()
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _elements(node: Object) -> Iterator[Object]:
    """Yield the elements of the tag tree in reading order."""
    for kid in _kids(node):
        if Name.S in kid:
            yield kid
            yield from _elements(kid)


def _kids(node: Object) -> Iterator[Object]:
    """Yield the objects directly below a node of the tag tree; numbers of marked content are left out."""
    kids = node.get(Name.K, Array())
    candidates = kids if isinstance(kids, Array) else [kids]
    return (kid for kid in candidates if isinstance(kid, Dictionary))


def _is(element: Object, name: Name) -> bool:
    return bool(name == element.S)


def _mark_row_headers(elements: list[Object], tables: list[RowHeaders]) -> None:
    found = (element for element in elements if _is(element, Name.Table))
    for table, flags in zip(found, tables, strict=True):
        if any(any(row) for row in flags):
            rows = (e for group in _kids(table) if _is(group, Name.TBody) for e in _kids(group))
            for row, row_flags in zip(rows, flags, strict=True):
                for cell, is_header in zip(_kids(row), row_flags, strict=True):
                    _mark_cell(cell, is_header=is_header)


def _mark_cell(cell: Object, *, is_header: bool) -> None:
    """Make a cell the header of its row, or let it find both its headers by their scope.

    Typst lists column headers alone in ``/Headers``; a reader that trusts the list would never say the row's.
    """
    for attributes in _attributes(cell):
        if Name.Headers in attributes:
            del attributes[Name.Headers]
    if is_header:
        cell.S = Name.TH
        scope = Dictionary(O=Name.Table, Scope=Name.Row)
        cell.A = Array([*_attributes(cell), scope])


def _attributes(element: Object) -> list[Object]:
    attributes = element.get(Name.A, Array())
    return list(attributes) if isinstance(attributes, Array) else [attributes]


def _describe_links(elements: list[Object], sources: list[int | None], names: list[str]) -> None:
    """Say in each citation's link which source it leads to; when in doubt, keep what Typst said."""
    links = [element for element in elements if _is(element, Name.Link)]
    if len(links) != len(sources):
        return
    citations = [(link, number) for link, number in zip(links, sources, strict=True) if number]
    places = {(number, _place(link)) for link, number in citations}
    if len(places) == len({number for number, _ in places}) == len({place for _, place in places}):
        for link, number in citations:
            for annotation in _annotations(link):
                annotation.Contents = String(names[number - 1])


def _place(link: Object) -> str:
    """Return where a link leads, in a form that can be compared."""
    return " ".join(repr(annotation.get(Name.Dest)) for annotation in _annotations(link)[:1])


def _annotations(link: Object) -> list[Object]:
    return [kid.Obj for kid in _kids(link) if kid.get(Name.Type) == Name.OBJR]
