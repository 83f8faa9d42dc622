"""Where a source is cited."""

from collections.abc import Iterator

from careleaf.model.citation import CitationMark
from careleaf.model.library import Library
from careleaf.model.page import Page


def first_marks(library: Library, source: str) -> Iterator[tuple[Page, CitationMark]]:
    """Yield each page that cites a source, with the first place where it does."""
    for page in library.pages:
        for mark in page.body.marks:
            if any(citation.source == source for citation in mark.citations):
                yield page, mark
                break
