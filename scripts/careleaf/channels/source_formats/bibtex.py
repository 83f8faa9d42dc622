"""BibTeX, as BibLaTeX and the older styles both read it; Unicode as it is, signs of TeX escaped."""

import re
from collections.abc import Iterator, Mapping

from careleaf.model.source import Name, Source

_TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "article": "unpublished",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "thesis",
    "dataset": "dataset",
    "webpage": "online",
    "entry-encyclopedia": "inreference",
}
_SUBTYPES: Mapping[str, str] = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_PUBLISHERS: Mapping[str, str] = {"report": "institution", "thesis": "institution", "article": "howpublished"}
_TEXTS: Mapping[str, str] = {
    "genre": "type",
    "volume": "volume",
    "edition": "edition",
    "isbn": "isbn",
    "issn": "issn",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "language": "langid",
    "note": "note",
    "container_title_short": "shortjournal",
}
_ESCAPES: Mapping[str, str] = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]|(?<=-)-|(?<=`)`|(?<=')'")
"""Signs of TeX, and the second of two equal ones that TeX would draw together."""


def render_bibtex(sources: Mapping[str, Source]) -> str:
    """Return one entry a source."""
    return "\n".join(_entry(key, source) for key, source in sources.items())


def _entry(key: str, source: Source) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value]
    return "".join([f"@{_TYPES.get(source.type, 'misc')}{{{key},\n", *lines, "}\n"])


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "entrysubtype", _SUBTYPES.get(source.type, "")
    yield "title", f"{{{_escaped(source.title)}}}"
    yield "author", " and ".join(map(_name, source.author))
    yield "editor", " and ".join(map(_name, source.editor))
    is_article = _TYPES.get(source.type) == "article"
    yield "journal" if is_article else "booktitle", _escaped(source.container_title)
    yield _PUBLISHERS.get(source.type, "publisher"), _escaped(source.publisher)
    yield "year", source.issued[:4]
    yield "date", source.issued if len(source.issued) > 4 else ""
    yield "number" if is_article else "issue", _escaped(source.issue)
    yield "eid" if is_article else "number", _escaped(source.number)
    yield "pages", _escaped(source.page.replace("-", "\0")).replace("\0", "--")
    yield from ((name, _escaped(getattr(source, field))) for field, name in _TEXTS.items())
    yield "doi", _verbatim(source.doi)
    yield "url", _verbatim(source.url)
    yield "urldate", source.accessed.isoformat()


def _name(name: Name) -> str:
    if name.literal:
        return "others" if name.literal.startswith("et al") else f"{{{_escaped(name.literal)}}}"
    family, given, suffix = (_protected(part) for part in (name.family, name.given, name.suffix))
    return ", ".join([family, suffix, given] if suffix else [family, given])


def _protected(part: str) -> str:
    """Keep a comma or an `and` in a name from dividing it."""
    return f"{{{_escaped(part)}}}" if "," in part or " and " in f" {part} " else _escaped(part)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0], f"{{{match[0]}}}"), text)


def _verbatim(text: str) -> str:
    """Leave an address as it is, but for braces, which would end the field."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
