"""Where a source is cited."""

from collections.abc import Iterator

from careleaf.model.acknowledged import silent_marks
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


def sources_to_renew(library: Library) -> Iterator[Record[Source]]:
    """Yield each source that some page cites and whose age nobody has accepted."""
    cited = {key for page in library.pages for key in page.body.cited_sources}
    for key, source in library.sources.items():
        if key in cited and not source.value.age_accepted.strip():
            yield source


def taken_back_marks(library: Library) -> Iterator[tuple[Page, CitationMark, Record[Source]]]:
    """Yield each page that rests on a retracted or withdrawn source, with the first place where it does."""
    for page in library.pages:
        for key in library.taken_back(page):
            source = library.sources[key]
            yield page, _mark_to_change(page, source), source


def _mark_to_change(page: Page, source: Record[Source]) -> CitationMark:
    """Return the first mark of a source; of an acknowledged one, the first whose sentence hides what became of it."""
    if source.value.retraction_acknowledged.strip():
        return next(silent_marks(page, source.id))
    return next(m for m in page.body.marks if any(citation.source == source.id for citation in m.citations))


def taken_back_advice(source: Record[Source]) -> str:
    """Return what an editor can do."""
    if source.value.retraction_acknowledged.strip():
        return f"Say in this sentence that the work was {taken_back_word(source)}, or find another source for it."
    return "Find another source for what the page says, or take the sentence out."


def taken_back_word(source: Record[Source]) -> str:
    """Return what its record calls a work that was taken back; what only a registry knows of is retracted."""
    return source.value.status if source.value.status.is_taken_back else "retracted"
