"""One pass over a finished PDF, for what Typst 0.15 cannot say yet.

Row headers become header cells of their row (PDF/UA-1, 7.5). A link to a source says which source, where
Typst says only on which page. Lines from right to left get their reading order (`line_order`). The tag tree is stored
compressed, which takes a third off the file.
"""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pikepdf import ObjectStreamMode, Pdf

from careleaf.channels.handout.line_order import may_need_order, order_lines
from careleaf.channels.handout.pdf_objects import packed, pdf_objects
from careleaf.channels.handout.reading_order import RowHeaders, link_sources, row_headers
from careleaf.channels.handout.tag_tree import TagTree


def repaired(pdf: bytes, data: Mapping[str, Any]) -> bytes:
    """Return the same document with these repairs; the same input gives the same bytes.

    Raises:
        RenderError: Typst wrote it in an unknown way.

    """
    file = pdf_objects(pdf)
    tree = TagTree(file.objects)
    _mark_row_headers(tree, list(row_headers(data)))
    _describe_links(tree, list(link_sources(data)), [str(source["name"]) for source in data["sources"]])
    words = json.dumps({key: value for key, value in data.items() if key != "pictures"}, ensure_ascii=False)
    if data["direction"] == "rtl" or may_need_order(words):
        return _in_reading_order(packed(file))
    return packed(file)


def _in_reading_order(pdf: bytes) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        order_lines(document)
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _mark_row_headers(tree: TagTree, tables: list[RowHeaders]) -> None:
    for table, flags in zip(tree.all_of(b"Table"), tables, strict=True):
        if any(any(row) for row in flags):
            bodies = (group for group in tree.kids(table) if tree.role(group) == b"TBody")
            rows = (row for body in bodies for row in tree.kids(body))
            for row, row_flags in zip(rows, flags, strict=True):
                for cell, is_header in zip(tree.kids(row), row_flags, strict=True):
                    tree.leave_to_scopes(cell)
                    if is_header:
                        tree.make_row_header(cell)


def _describe_links(tree: TagTree, sources: list[int | None], names: list[str]) -> None:
    """Say in each citation's link which source it leads to; when in doubt, keep what Typst said."""
    links = tree.all_of(b"Link")
    if len(links) != len(sources):
        return
    citations = [(link, number) for link, number in zip(links, sources, strict=True) if number]
    places = {(number, tree.place(link)) for link, number in citations}
    if len(places) == len({number for number, _ in places}) == len({place for _, place in places}):
        for link, number in citations:
            tree.describe(link, names[number - 1])
