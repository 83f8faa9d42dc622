"""Remembers what was found on each page, for as long as all that could be seen of it is the same."""

from collections.abc import Iterator

from careleaf.build.page_judgement import JUDGE_PAGE, PageJudgement, case, decoded, shared_by_pages
from careleaf.build.workshop import Workshop
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.rules.lookups.page_by_page import part_for


class Memory:
    """What is known about the pages of one run, and through its workshop's store of runs before it."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._known: dict[str, tuple[Page, PageJudgement]] = {}
        """By page id. Registers stay the same for as long as this lives."""

    def judgements(self, library: Library) -> list[PageJudgement]:
        """Return what is found on each page, in their order; pages seen for the first time are looked at."""
        fresh = [page for page in library.pages if not self._knows(page)]
        found = self._workshop.each(JUDGE_PAGE, self._cases(fresh, library), len(fresh))
        self._known |= {page.id: (page, decoded(content)) for page, content in zip(fresh, found, strict=True)}
        return [self._known[page.id][1] for page in library.pages]

    def _knows(self, page: Page) -> bool:
        known = self._known.get(page.id)
        return known is not None and known[0] is page

    def _cases(self, pages: list[Page], library: Library) -> Iterator[bytes]:
        shared = shared_by_pages(library)
        return (case(part_for(page, library), shared) for page in pages)
