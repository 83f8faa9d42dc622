"""The menu of a flat library: its areas, each with its topics, where hundreds of topics would stand in one list.

A page shows the names of all areas, and the topics of its own. Sites that set `nav` have the order they asked for.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from mkdocs.structure.nav import Navigation, Section

from careleaf.build.navigation import index_of
from careleaf.build.page_files import page_id
from careleaf.build.run import Run
from careleaf.channels.topic_list import MOST_CARDS, TopicGroup, open_topics, topic_groups, whole_lists
from careleaf.model.page import Page

_GROUPINGS = ("area", "letter")
Item: TypeAlias = Any
"""A page, section or link; MkDocs gives them no common type that names their parts."""


class Area(Section):
    """A heading of the menu."""

    def __init__(self, title: str, children: list[Item], url: str) -> None:
        super().__init__(title, children)
        self.url = url
        """Its part of a page that lists all topics; empty where there is none: then its first topic stands for it."""


def group_by_area(nav: Navigation, run: Run) -> None:
    """Put areas in the place of topics at the top of a menu, where there are more than a reader looks through.

    Without areas, they stand by their first letter.
    """
    entries = {page.id: item for item in nav.items if (page := _topic_of(item, run)) is not None}
    if len(entries) <= MOST_CARDS:
        return
    topics = [run.library.pages_by_id[page] for page in entries]
    made = {by: topic_groups(by, topics, run.wording) for by in _GROUPINGS}
    by = next((by for by in _GROUPINGS if len(made[by]) > 1), None)
    if by is None:
        return
    areas = list(_areas(made[by], entries, _lists_at(by, run)))
    first = next(place for place, item in enumerate(nav.items) if item in entries.values())
    others = [item for item in nav.items if item not in entries.values()]
    nav.items[:] = [*others[:first], *areas, *others[first:]]


def _topic_of(item: Item, run: Run) -> Page | None:
    """Return the first page of a topic, for the entry of one."""
    engine_page = item if getattr(item, "file", None) is not None else index_of(item)
    page = run.library.pages_by_id.get(page_id(engine_page.file)) if engine_page is not None else None
    is_first = page is not None and page.is_topic_page and run.library.topics[page.topic][0] is page
    return page if is_first else None


def _areas(groups: tuple[TopicGroup, ...], entries: dict[str, Item], lists_at: dict[str, str]) -> Iterator[Area]:
    for group in groups:
        children = [entries[page.id] for page in group.topics]
        area = Area(group.name, children, lists_at.get(group.anchor, ""))
        for child, page in zip(children, group.topics, strict=True):
            child.parent, child.title = area, page.front.value.title
        yield area


def _lists_at(by: str, run: Run) -> dict[str, str]:
    """Return the address of each group's part of the first page that lists all topics; nothing where none does."""
    listing = [page for page in run.library.pages if "topics" in page.body.outline.block_kinds]
    page = next((page for page in listing if by in whole_lists(page.body.html)), None)
    groups = topic_groups(by, [pages[0] for pages in open_topics(run.library, run.views)], run.wording)
    if page is None or len(groups) == 1:
        return {}
    return {group.anchor: f"{page.url or './'}#{group.anchor}" for group in groups}
