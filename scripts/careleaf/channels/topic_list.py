"""A site's topics for readers who look for theirs: by area, by need or by letter, from the pages' own records.

One topic is shown by its pages. A few are cards; many are names in columns, with links to each group above them. The
list is plain links, so it works without script.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.channels.site_page import addresses_from
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.policy import Channel
from careleaf.model.wording import Wording

MOST_CARDS = 24
"""More topics than this are names in columns: cards of fifty topics are a long way to scroll on a phone."""

_PLACE = re.compile(
    r'(<section class="topic-list topic-list--(\w+)" data-block="topics">)(.*?)(?=</section>)', re.DOTALL
)
_LINK = re.compile(r'href="([^"#]*)"')
_MARKS = "Mn"
"""Unicode's category of accents, once letters are taken apart."""


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics that stand under one heading."""

    name: str
    """Empty where all topics stand together."""
    anchor: str
    topics: tuple[Page, ...]
    """The first page of each, by title."""


def with_topic_lists(
    html: str, page: Page, library: Library, views: Mapping[str, PageView], templates: Environment, wording: Wording
) -> str:
    """Return a page's body with every list of topics filled in."""
    seen: Counter[str] = Counter()

    def filled(place: re.Match[str]) -> str:
        start, by, own = place.groups()
        topics = open_topics(library, views)
        link = _LINK.search(own)
        seen[by] += not link
        made = templates.get_template("careleaf/topic_list.html").render(
            groups=topic_groups(by, [pages[0] for pages in topics], wording, seen[by]),
            only_topic=topics[0] if len(topics) == 1 else (),
            as_cards=len(topics) <= MOST_CARDS and by != "letter",
            leads_to=link[1] if link else "",
            by=by,
            heading="h3" if "<h2" in html[: place.start()] else "h2",
            say=wording.say,
            address=addresses_from(page),
        )
        return start + made + own

    return _PLACE.sub(filled, html)


def whole_lists(html: str) -> frozenset[str]:
    """Return by what a page lists all topics itself, instead of leading on to a page that does."""
    return frozenset(by for _, by, own in _PLACE.findall(html) if not _LINK.search(own))


def topic_groups(by: str, topics: Iterable[Page], wording: Wording, which: int = 1) -> tuple[TopicGroup, ...]:
    """Return topics, each by its first page, in groups: areas and letters by the alphabet, needs in their order.

    `which` counts a page's lists of one kind from 1: the groups of a second list have ids of their own.
    """
    groups: dict[tuple[int, str], list[Page]] = {}
    for topic in sorted(topics, key=lambda page: plain_letters(page.front.value.title)):
        groups.setdefault(_group(by, topic), []).append(topic)
    names = {key: wording.say(f"need-{key[1]}") if by == "need" else key[1] for key in groups}
    if len(groups) > 1:
        names |= {key: wording.say("topics-other") for key, name in names.items() if not name}
    order = sorted(groups, key=lambda key: (key[0], plain_letters(key[1])))
    after = f"-{which}" if which > 1 else ""
    return tuple(TopicGroup(names[key], f"{by}-{_slug(names[key])}{after}", tuple(groups[key])) for key in order)


def plain_letters(text: str) -> str:
    """Return a text as an alphabet sorts it: small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if unicodedata.category(c) != _MARKS)


def _group(by: str, topic: Page) -> tuple[int, str]:
    """Return a group's place among the others, and its name; those without a name come last."""
    if by == "need":
        kinds = list(PageType)
        kind = topic.front.value.type or kinds[0]
        return kinds.index(kind), kind
    if by == "letter":
        first = next(filter(str.isalnum, plain_letters(topic.front.value.title)), "")
        return int(not first), first.upper()
    area = topic.front.value.area.strip()
    return int(not area), area


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", plain_letters(name)).strip("-")


def open_topics(library: Library, views: Mapping[str, PageView]) -> list[tuple[Page, ...]]:
    """Return, for each topic, the pages that readers find there: not those whose place a notice has taken."""
    topics = (
        tuple(p for p in pages if p.id in views and not is_held_back(views[p.id], library, Channel.SITE))
        for pages in library.topics.values()
    )
    return [pages for pages in topics if pages]
