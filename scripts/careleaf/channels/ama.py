"""A source as one line, in the style of the AMA Manual of Style, 11th edition (chapter 3).

Numeric; up to six authors, from seven the first three and ``et al``; a DOI instead of an address; the day of
access for web pages. A guideline keeps its number, which the common citation styles drop.
"""

from careleaf.model.source import Name, Source
from careleaf.model.wording import Wording

_MOST_AUTHORS = 6
_SHOWN_OF_MANY = 3
_JOURNAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "article"})


def ama_line(source: Source, wording: Wording) -> str:
    """Return the source as one line of plain text, without its number."""
    parts = (
        _authors(source),
        _closed(source.title),
        *(_journal(source) if source.type in _JOURNAL_TYPES else _publication(source, wording)),
        _address(source),
    )
    return " ".join(part for part in parts if part)


def _authors(source: Source) -> str:
    names = [_name(name) for name in source.author]
    shown = names if len(names) <= _MOST_AUTHORS else [*names[:_SHOWN_OF_MANY], "et al"]
    return _closed(", ".join(shown))


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    initials = "".join(part[0] for part in name.given.replace("-", " ").replace(".", " ").split())
    return " ".join(part for part in (name.family, initials, name.suffix.rstrip(".")) if part)


def _journal(source: Source) -> tuple[str, ...]:
    issue = f"({source.issue})" if source.issue else ""
    numbers = f"{source.volume}{issue}"
    pages = source.page or source.number
    place = ":".join(part for part in (numbers, pages.replace("-", "–")) if part)
    dated = ";".join(part for part in (source.issued[:4], place) if part)
    return (_closed(source.container_title), _closed(dated))


def _publication(source: Source, wording: Wording) -> tuple[str, ...]:
    publisher = "" if _publisher_is_author(source) else source.publisher
    return (
        _closed(source.number),
        _closed(source.container_title if source.container_title != publisher else ""),
        _closed("; ".join(part for part in (publisher, source.issued) if part)),
        _closed(f"Updated {source.updated}" if source.updated else ""),
        wording.say("read-on", date=source.accessed),
    )


def _publisher_is_author(source: Source) -> bool:
    return any(name.literal == source.publisher for name in source.author)


def _address(source: Source) -> str:
    return f"doi:{source.doi}" if source.doi else ""


def _closed(text: str) -> str:
    """End with a full stop, unless the text ends a sentence already or is empty."""
    return text if not text or text[-1] in ".?!" else f"{text}."
