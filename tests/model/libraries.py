"""A small library around one page, made from Markdown as a site makes it."""

from dataclasses import replace
from datetime import date

import markdown
from markdown.extensions.toc import TocExtension

from careleaf.model.finding import Location
from careleaf.model.front_matter import FrontMatter
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.source import Evidence, Seen, Source, SourceKind, SourceStatus
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource

PLACE = Location("docs/legs/timing.md")
TODAY = date(2026, 11, 23)
EVIDENCE = {
    "helps": Evidence("Of 528 people, 54% said that exercise helps.", "abstract", Seen.PUBLISHERS_PAGE),
    "harms": Evidence("Of 528 people, 24% said that it harms.", "abstract", Seen.PUBLISHERS_PAGE),
}
SOURCE = Source(SourceKind.PRIMARY_STUDY, "article-journal", "A survey", TODAY, SourceStatus.CURRENT, evidence=EVIDENCE)
FRONT = FrontMatter(
    title="Timing",
    description="When symptoms come.",
    type=PageType.LIFESTYLE,
    main_message="Evenings are hardest.",
    written_on=date(2026, 11, 1),
)


def record(value: object) -> Record:
    return Record("study2020", value, PLACE, {})


def page_of(text: str, front: FrontMatter = FRONT, *, permalinks: bool = True) -> Page:
    extensions = ["attr_list", "tables", "sane_lists", "careleaf", TocExtension(permalink=permalinks)]
    html = markdown.markdown(text, extensions=extensions)
    body = read_body(html, VisibleSource(text, PLACE.path, 1), {})
    return Page("legs/timing", "legs/timing/", record(front), body)


def library_of(page: Page, today: date = TODAY, **changes: object) -> Library:
    library = Library(
        Site("Health"), today, record(Policy()), record(Published()), (page,), {"study2020": record(SOURCE)}
    )
    return replace(library, **changes)
