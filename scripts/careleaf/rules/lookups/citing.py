"""Where a source is cited."""

from collections.abc import Iterator

from careleaf.model.citation import CitationMark
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.record import Record
from careleaf.model.source import Source


def first_marks(library: Library, source: str) -> Iterator[tuple[Page, CitationMark]]:
    """Yield each page that cites a source, with the first place where it does."""
    for page in library.pages:
        for mark in page.body.marks:
            if any(citation.source == source for citation in mark.citations):
                yield page, mark
                break


def taken_back_marks(library: Library) -> Iterator[tuple[Page, CitationMark, Record[Source]]]:
    """Yield each page that cites a retracted or withdrawn source, with the first place where it does."""
    for key, source in library.sources.items():
        if library.is_taken_back(key):
            for page, mark in first_marks(library, key):
                yield page, mark, source


def taken_back_word(source: Record[Source]) -> str:
    """Return what its record calls a work that was taken back; what only a registry knows of is retracted."""
    return source.value.status if source.value.status.is_taken_back else "retracted"
