"""The pattern of each type of work.

Numeric; up to six authors, from seven the first three and ``et al``; a DOI instead of an address; the day of access
where an address is cited that can change. A guideline keeps its number and a web page the body that answers for it,
both of which the common citation styles drop. Where a name of a journal, a title or a page is missing, its place is
left out, never guessed.
"""

from collections.abc import Callable, Mapping

from careleaf.channels.ama.names import name_list
from careleaf.channels.ama.text import closed, day_in_words, edition, expanded_pages
from careleaf.model.source import Source
from careleaf.model.wording import Wording

_Parts = tuple[str, ...]
_Pattern = Callable[[Source, Wording], _Parts]
_WHOLE_DAY = len("2026-11-23")
_LASTING = frozenset(
    {"article-journal", "article-magazine", "article", "book", "chapter", "paper-conference", "thesis"}
)
"""Works that stay as they were printed: no day of access."""


def ama_line(source: Source, wording: Wording) -> str:
    """Return the source as plain text, without its number and its web address: channels add that as a link."""
    authors = name_list(source.author or source.editor, wording)
    parts = (
        closed(authors if source.author else _as_editors(authors, source, wording)),
        closed(source.title),
        *(_PATTERNS.get(source.type, _other)(source, wording)),
        closed(wording.say("source-updated", date=day_in_words(source.updated, wording)) if source.updated else ""),
        f"doi:{source.doi}" if source.doi else _access(source, wording),
    )
    return " ".join(part for part in parts if part)


def ama_reference(source: Source, wording: Wording) -> str:
    """Return the source as one line that stands alone: with its web address, unless it has a DOI."""
    address = "" if source.doi else source.url
    return " ".join(part for part in (ama_line(source, wording), address) if part)


def _access(source: Source, wording: Wording) -> str:
    if not source.url or source.type in _LASTING:
        return ""
    return wording.say("source-accessed", date=day_in_words(source.accessed.isoformat(), wording))


def _journal(source: Source, wording: Wording) -> _Parts:
    issue = f"({source.issue})" if source.issue else ""
    volume = f"{source.volume}{issue}"
    pages = expanded_pages(source.number or source.page)
    year = source.issued[:4] if volume or pages else _online(source, wording)
    dated = ";".join(part for part in (year, volume) if part)
    placed = ":".join(part for part in (dated, pages) if part)
    return (closed(source.container_title_short.replace(".", "") or source.container_title), closed(placed))


def _online(source: Source, wording: Wording) -> str:
    """Say that it was published ahead of its issue; a year alone does not tell that from a forgotten volume."""
    date = day_in_words(source.issued, wording)
    ahead = len(source.issued) == _WHOLE_DAY and (source.doi or source.url)
    return wording.say("source-published-online", date=date) if ahead else date


def _newspaper(source: Source, wording: Wording) -> _Parts:
    date = day_in_words(source.issued, wording)
    placed = ":".join(part for part in (date, expanded_pages(source.page)) if part)
    return (closed(source.container_title or source.publisher), closed(placed))


def _preprint(source: Source, wording: Wording) -> _Parts:
    posted = wording.say("source-preprint", date=day_in_words(source.issued, wording)) if source.issued else ""
    return (closed(source.container_title), closed(source.publisher), closed(posted))


def _book(source: Source, wording: Wording) -> _Parts:
    editors = _as_editors(name_list(source.editor, wording), source, wording) if source.author else ""
    return (
        closed(source.number),
        closed(_volume(source)),
        closed(edition(source.edition, wording)),
        closed(f"({editors})" if editors else ""),
        closed(_published(source)),
    )


def _chapter(source: Source, wording: Wording) -> _Parts:
    editors = _as_editors(name_list(source.editor, wording), source, wording) if source.author else ""
    book = (
        closed(editors),
        closed(source.container_title),
        closed(_volume(source)),
        closed(edition(source.edition, wording)),
        closed(_published(source)),
    )
    inside = " ".join(part for part in book if part)
    return (wording.say("source-in", book=inside) if inside else "",)


def _thesis(source: Source, _wording: Wording) -> _Parts:
    return (closed(source.genre), closed(_published(source)))


def _web_page(source: Source, wording: Wording) -> _Parts:
    names = (source.container_title, "" if _publisher_is_author(source) else source.publisher)
    shown = dict.fromkeys(name for name in names if name)
    date = day_in_words(source.issued, wording)
    return (closed(source.number), *(closed(name) for name in shown), closed(date))


def _other(source: Source, wording: Wording) -> _Parts:
    return (closed(source.genre), *_web_page(source, wording))


def _volume(source: Source) -> str:
    return f"Vol {source.volume}" if source.volume.isdecimal() else source.volume


def _published(source: Source) -> str:
    imprint = "; ".join(part for part in (source.publisher, source.issued[:4]) if part)
    return ":".join(part for part in (imprint, expanded_pages(source.page)) if part)


def _as_editors(names: str, source: Source, wording: Wording) -> str:
    if not names:
        return ""
    return wording.say("source-editor" if len(source.editor) == 1 else "source-editors", names=names)


def _publisher_is_author(source: Source) -> bool:
    return any(name.literal == source.publisher for name in source.author)


_PATTERNS: Mapping[str, _Pattern] = {
    "article-journal": _journal,
    "article-magazine": _journal,
    "review": _journal,
    "article-newspaper": _newspaper,
    "article": _preprint,
    "book": _book,
    "report": _book,
    "chapter": _chapter,
    "paper-conference": _chapter,
    "entry": _chapter,
    "entry-dictionary": _chapter,
    "entry-encyclopedia": _chapter,
    "thesis": _thesis,
}
