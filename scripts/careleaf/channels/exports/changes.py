"""What has changed on a page since somebody printed it, in the reader's words."""

import re
from collections.abc import Iterator

from careleaf.channels.page_view import PageView
from careleaf.model.canonical import canonical_text
from careleaf.model.differences import ChangedLine, Piece, differences
from careleaf.model.library import Library

_UNSEEN = frozenset(
    {"evidence", "list", "list-item", "end", "rule", "row", "table", "card", "block", "box", "quotation"}
)
"""Lines of a canonical text that hold no words a reader sees as text."""
_MARKUP = re.compile(r"\[@[^\]]*\]|</?(?:link|abbr|image|del|ins|mark|sup|sub)[^>]*>|\*+")
"""How a canonical text writes citations, targets, pictures and emphasis."""


def changes_since(digest: str, view: PageView, library: Library) -> tuple[ChangedLine, ...]:
    """Return the blocks that are not as they were; none when the old text was not kept, or is not genuine.

    Args:
        digest: the version that was printed.
        view: the page as it is now.
        library: holds the texts that were signed.
    """
    kept = library.signed_texts.get(view.page.id, {}).get(digest)
    if kept is None or not kept.is_genuine:
        return ()
    changed = differences(kept.text, canonical_text(view.page, library))
    return tuple(_for_readers(line for line in changed if line.what not in _UNSEEN))


def _for_readers(lines: Iterator[ChangedLine]) -> Iterator[ChangedLine]:
    """Yield each line without markup; one in which only markup changed is left out."""
    for line in lines:
        pieces = tuple(Piece(piece.kind, _MARKUP.sub("", piece.text).strip()) for piece in line.pieces)
        seen = tuple(piece for piece in pieces if piece.text)
        if any(piece.kind != "same" for piece in seen):
            yield ChangedLine(line.what, seen)
