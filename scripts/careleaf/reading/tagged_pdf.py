"""The text of a tagged PDF as a screen reader gets it: in the order of its tags, through each font's Unicode map.

ISO 14289-1 (PDF/UA-1) clause 7.1 makes that order the reading order, and clause 7.21.7 asks for the maps. What
stands outside the tags, such as the running title, is no part of the text.
"""

import io
import re

import msgspec
import pikepdf

from careleaf.reading.marked_content import Fonts, marked_texts

_BREAK = "\u200b"
"""Where a long word may go on in the next line: nobody hears it."""
_BLOCKS = frozenset(f"/{name}" for name in "P LI TR TD TH LBody Lbl Caption TOCI".split()) | {
    f"/H{level}" for level in range(10)
}
"""Tags after which a new line begins."""
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
        text = _Tags(pdf, link_edge).text(_tag(root)) if root is not None else ""
    except (LookupError, ValueError, msgspec.DecodeError) as error:
        raise pikepdf.PdfError(f"Its tags and sheets do not fit together: {error!r}") from error
    return re.sub(r"\n+", "\n", text.replace(_BREAK, ""))


def written_text(pdf: bytes) -> str:
    """Return a handout's tagged text, links set apart; empty for what is no PDF."""
    try:
        return tagged_text(pdf, link_edge=" ")
    except pikepdf.PdfError:
        return ""


_KEYS = {"kids": "/K", "kind": "/S", "sheet": "/Pg", "type": "/Type", "number": "/MCID", "actual": "/ActualText"}


class _Tag(msgspec.Struct, rename=_KEYS):
    """What the verifier asks of a tag, or of a reference to marked content; any other object has no kind."""

    kids: "int | str | _Tag | list[int | str | _Tag]" = []
    """Numbers of marked content, references to objects (``12 0 R``), and objects."""
    kind: str = ""
    sheet: str | None = None
    """Where the numbers among its kids count."""
    type: str = ""
    number: int | None = None
    """That of the marked content it refers to."""
    actual: str | None = None
    """The text it has in the place of its glyphs' own (14.9.4), behind ``u:``, or ``b:`` for bytes."""


_read = msgspec.json.Decoder(_Tag).decode


def _tag(found: pikepdf.Object) -> _Tag:
    return _read(found.to_json(dereference=True))


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

    def text(self, tag: _Tag, around: str | None = None) -> str:
        """Return the text below a tag; `around` is the sheet of what stands around it."""
        sheet = tag.sheet or around
        kids = tag.kids if isinstance(tag.kids, list) else [tag.kids]
        drawn = "".join([self._of_kid(kid, sheet) for kid in kids]) + "\n" * (tag.kind in _BLOCKS)
        return drawn if tag.actual is None else _said(tag.actual, drawn)

    def _of_kid(self, kid: int | str | _Tag, sheet: str | None) -> str:
        if isinstance(kid, int):
            return self._sheets[sheet].get(kid, "") if sheet is not None else ""
        tag = self._referred(kid) if isinstance(kid, str) else kid
        if tag.type == "/MCR" and tag.number is not None:
            return self._of_kid(tag.number, tag.sheet or sheet)
        if tag.kind == "/Link":
            return self._with_edges(self.text(tag, sheet))
        return self.text(tag, sheet) if tag.kind else ""

    def _with_edges(self, link: str) -> str:
        """Return a link's text, apart from its neighbours where it begins or ends with a number or a letter of ours."""
        before = self._link_edge if link[:1].isdigit() else ""
        return before + link + (self._link_edge if _ENDS_APART.search(link) else "")

    def _referred(self, reference: str) -> _Tag:
        number, generation, _ = reference.split()
        return _tag(self._pdf.get_object(int(number), int(generation)))
