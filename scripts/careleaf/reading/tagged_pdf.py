"""The text of a tagged PDF as a screen reader gets it: in the order of its tags, through each font's Unicode map.

ISO 14289-1 (PDF/UA-1) clause 7.1 makes that order the reading order, and clause 7.21.7 asks for the maps. What
stands outside the tags, such as the running title, is no part of the text.
"""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from careleaf.reading.marked_content import Fonts, marked_texts

_BREAK = "\u200b"
"""Where a long word may go on in the next line: nobody hears it."""
_BLOCK = re.compile(r"/(?:H\d|P|LI|TR|TD|TH|LBody|Lbl|Caption|TOCI)")
_ENDS_APART = re.compile(r"(?:\d|\u00a0[a-z]{1,3})$")
"""A citation's or footnote's number, and the letter that leads to a printed address."""


def tagged_text(pdf: bytes | pikepdf.Pdf, tag: pikepdf.Object | None = None, *, link_edge: str = "") -> str:
    """Return the tagged text below a tag, by default all of it, one block a line.

    Args:
        pdf: the file, or what it holds.
        tag: where to begin.
        link_edge: put beside a link's number or letter, to keep it apart from the words around; a link's own words stay
            with theirs, as an article or preposition may be written together with them.

    Raises:
        pikepdf.PdfError: it is no PDF, or has a sheet that cannot be read.
    """
    if isinstance(pdf, bytes):
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return tagged_text(opened, tag, link_edge=link_edge)
    root = tag if tag is not None else pdf.Root.get("/StructTreeRoot")
    try:
        text = "".join(_Tags(pdf, link_edge).below(_known(root), None)) if root is not None else ""
    except (LookupError, ValueError) as error:
        raise pikepdf.PdfError(f"Its tags and sheets do not fit together: {error!r}") from error
    return re.sub(r"\n+", "\n", text.replace(_BREAK, ""))


def written_text(pdf: bytes) -> bytes:
    """Return a handout's tagged text as UTF-8, links set apart; empty for what is no PDF: a task for any process."""
    try:
        return tagged_text(pdf, link_edge=" ").encode()
    except pikepdf.PdfError:
        return b""


def _known(tag: pikepdf.Object) -> dict[str, Any]:
    """Return what a tag says, all at once: names as ``/P``, other objects as ``12 0 R``, texts with their kind."""
    known: dict[str, Any] = json.loads(tag.to_json(dereference=True))
    return known


def _said(actual: str, drawn: str) -> str:
    """Return the text a tag has in the place of its glyphs' own (ISO 32000-1, 14.9.4), if those glyphs can say it.

    The glyphs may come in another order, and say a letter again at each sign above it; what they say remains.
    """
    kind, _, value = actual.partition(":")
    said = value if kind == "u" else str(pikepdf.String(bytes.fromhex(value)))
    letters, glyphs = "".join(said.split()), "".join(drawn.split())
    return said if set(letters) == set(glyphs) and len(letters) <= len(glyphs) else drawn


class _Tags:
    """The tags of a file, and the texts of its sheets by their reference."""

    def __init__(self, pdf: pikepdf.Pdf, link_edge: str) -> None:
        fonts: Fonts = {}
        self._sheets = {"{} {} R".format(*sheet.objgen): marked_texts(sheet, fonts) for sheet in pdf.pages}
        self._pdf = pdf
        self._link_edge = link_edge

    def below(self, tag: dict[str, Any], sheet: str | None) -> Iterator[str]:
        """Yield the texts below a tag, in their order."""
        sheet = tag.get("/Pg", sheet)
        if "/ActualText" in tag:
            yield _said(tag["/ActualText"], "".join(self._under(tag, sheet)))
        else:
            yield from self._under(tag, sheet)

    def _under(self, tag: dict[str, Any], sheet: str | None) -> Iterator[str]:
        kids = tag.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                yield self._text(sheet, kid)
            else:
                yield from self._of_object(self._object(kid), sheet)
        if _BLOCK.fullmatch(tag.get("/S", "")):
            yield "\n"

    def _of_object(self, kid: dict[str, Any], sheet: str | None) -> Iterator[str]:
        if kid.get("/Type") == "/MCR":
            yield self._text(kid.get("/Pg", sheet), kid["/MCID"])
        elif "/S" in kid:
            text = self.below(kid, sheet)
            yield from self._with_edges("".join(text)) if kid["/S"] == "/Link" else text

    def _with_edges(self, link: str) -> Iterator[str]:
        """Yield a link's text, apart from its neighbours where it begins or ends with a number or a letter of ours."""
        yield self._link_edge if link[:1].isdigit() else ""
        yield link
        yield self._link_edge if _ENDS_APART.search(link) else ""

    def _text(self, sheet: str | None, number: int) -> str:
        return "" if sheet is None else self._sheets[sheet].get(number, "")

    def _object(self, kid: str | dict[str, Any]) -> dict[str, Any]:
        if isinstance(kid, dict):
            return kid
        number, generation, _ = kid.split()
        return _known(self._pdf.get_object(int(number), int(generation)))
