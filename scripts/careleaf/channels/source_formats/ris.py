"""RIS: EndNote, Zotero and Mendeley read it."""

import re
from collections.abc import Iterator, Mapping

from careleaf.model.source import Name, Source

_TYPES: Mapping[str, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "article": "UNPB",
    "book": "BOOK",
    "chapter": "CHAP",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "dataset": "DATA",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
}
_NUMBERED = frozenset({"article-journal", "article-magazine"})
_BOOKS = frozenset({"book", "chapter"})
_TAGS: Mapping[str, str] = {
    "title": "TI",
    "container_title": "T2",
    "container_title_short": "J2",
    "publisher": "PB",
    "genre": "M3",
    "volume": "VL",
    "issue": "IS",
    "edition": "ET",
    "doi": "DO",
    "url": "UR",
    "pmid": "AN",
    "pmcid": "C2",
    "language": "LA",
    "note": "N1",
}


def render_ris(sources: Mapping[str, Source]) -> str:
    """Return one entry a source, from `TY` to `ER`."""
    return "".join(_entry(key, source) for key, source in sources.items())


def _entry(key: str, source: Source) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in _fields(key, source) if value]
    return "".join([*lines, "ER  - \n\n"])


def _fields(key: str, source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(source.type, "GEN")
    yield "ID", key
    yield from (("AU", _name(name)) for name in source.author)
    yield from (("ED", _name(name)) for name in source.editor)
    yield from ((tag, getattr(source, name)) for name, tag in _TAGS.items())
    yield "PY", source.issued[:4]
    yield "DA", source.issued.replace("-", "/")
    yield from zip(("SP", "EP"), _first_and_last(source.page), strict=False)
    yield "C7" if source.type in _NUMBERED else "M1", source.number
    yield "SN", source.isbn if source.type in _BOOKS else source.issn
    yield "Y2", source.accessed.isoformat().replace("-", "/")


def _first_and_last(pages: str) -> tuple[str, ...]:
    match = re.fullmatch(r"(\w+)-(\w+)", pages)
    return match.groups() if match else (pages,)


def _name(name: Name) -> str:
    """Write ``Family, Given, Suffix``; a comma at the end marks an organisation whose name has one inside."""
    if name.literal:
        return f"{name.literal}," if "," in name.literal else name.literal
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
