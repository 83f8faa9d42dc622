"""The tag tree of a PDF as Typst writes it (ISO 32000-1, 14.7): read and changed in place.

An element is ``<</Type/StructElem/S/TD/P 7 0 R … /K[1 8 0 R]/Pg 3 0 R>>``: its role first, its children at the end. The
page's own words can stand in between, as strings, so nothing is looked for there.
"""

import re
from collections.abc import Iterator

from careleaf.model.errors import RenderError

_ROOT = re.compile(rb"<</Type/StructTreeRoot/.*?/K\[(\d+) 0 R\]/ParentTree", re.DOTALL)
_ELEMENT = re.compile(rb"<</Type/StructElem/S/(\w+)/P ")
_KIDS = re.compile(rb"/K\[([^][()]*)\](?:/Pg \d+ 0 R)?>>\Z")
_KID = re.compile(rb"<<[^>]*>>|(\d+) 0 R")
"""An element among the children; a place on a page or an annotation stands in brackets of its own."""
_ANNOTATION = re.compile(rb"/Type/OBJR[^>]*/Obj (\d+) 0 R")
_SAID = re.compile(rb"(<</Type/Annot/Subtype/Link/[^(]*?/Dest (\d+) 0 R[^(]*/Contents)[(<].*>>", re.DOTALL)
"""An annotation that leads to a place in the document; what it says stands at its end."""
_HEADERS = re.compile(rb"/Headers\[[^]]*\]")
_ROW_SCOPE = b"<</O/Table/Scope/Row>>"


class TagTree:
    """The elements of a document, by the numbers of their objects."""

    def __init__(self, objects: dict[int, bytes]) -> None:
        """Take a document's objects. Raises RenderError when there is no tag tree among them."""
        self.objects = objects
        roots = (_ROOT.match(content) for content in objects.values())
        root = next((found for found in roots if found), None)
        if root is None:
            raise RenderError("Typst wrote a PDF without a tag tree that can be read")
        self._order = list(self._within(int(root[1])))

    def all_of(self, role: bytes) -> list[int]:
        """Return the elements of a role in reading order."""
        return [element for element in self._order if self.role(element) == role]

    def role(self, element: int) -> bytes:
        """Return an element's role, such as ``TD``; empty when the object is no element."""
        found = _ELEMENT.match(self.objects[element])
        return found[1] if found else b""

    def kids(self, element: int) -> list[int]:
        """Return the elements directly below an element."""
        return [int(number) for number in _KID.findall(self._kids(element)) if number]

    def place(self, link: int) -> bytes:
        """Return where a link leads within the document; empty when it leads elsewhere."""
        found = (_SAID.fullmatch(self.objects[number]) for number in self._annotations(link))
        return next((self.objects[int(match[2])] for match in found if match), b"")

    def describe(self, link: int, words: str) -> None:
        """Let a link within the document say something else than Typst did."""
        for number in self._annotations(link):
            self.objects[number] = _SAID.sub(lambda found: found[1] + _string(words) + b">>", self.objects[number])

    def leave_to_scopes(self, cell: int) -> None:
        """Let a cell find its headers by their scope.

        Typst lists column headers alone in ``/Headers``; a reader that trusts the list would never say the row's.
        """
        self.objects[cell] = _HEADERS.sub(b"", self.objects[cell], count=1)

    def make_row_header(self, cell: int) -> None:
        """Make a cell the header of its row."""
        content = self.objects[cell].replace(b"/S/TD/", b"/S/TH/", 1)
        if b"/A[" in content:
            self.objects[cell] = content.replace(b"/A[", b"/A[" + _ROW_SCOPE, 1)
        else:
            self.objects[cell] = content.replace(b"/K[", b"/A[" + _ROW_SCOPE + b"]/K[", 1)

    def _within(self, element: int) -> Iterator[int]:
        yield element
        for kid in self.kids(element):
            yield from self._within(kid)

    def _annotations(self, link: int) -> list[int]:
        return [int(number) for number in _ANNOTATION.findall(self._kids(link))]

    def _kids(self, element: int) -> bytes:
        found = _KIDS.search(self.objects[element])
        return found[1] if found else b""


def _string(words: str) -> bytes:
    """Return a text as a string of PDF (ISO 32000-1, 7.9.2.2)."""
    return b"<%s>" % ("\ufeff" + words).encode("utf-16-be").hex().upper().encode()
