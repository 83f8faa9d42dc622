"""The fields of a BibTeX entry in CSL's words."""

import re
from collections.abc import Iterator, Mapping

from careleaf.reading.source_import.latex import plain_latex

_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "booklet": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "inreference": "entry-encyclopedia",
    "techreport": "report",
    "report": "report",
    "manual": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "unpublished": "article",
}
_SUBTYPES: Mapping[str, str] = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_GENRES: Mapping[str, str] = {"phdthesis": "Dissertation", "mastersthesis": "Master's thesis"}
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "container-title-short": ("shortjournal",),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "genre": ("type",),
    "volume": ("volume",),
    "page": ("pages",),
    "edition": ("edition",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "language": ("langid", "language"),
    "note": ("note",),
    "accessed": ("urldate",),
}
_VERBATIM: Mapping[str, str] = {"DOI": "doi", "URL": "url"}
_NUMBERED_IN_ISSUES = frozenset({"article-journal", "article-magazine", "article-newspaper"})


def item_of(entry_type: str, fields: Mapping[str, str]) -> dict[str, object]:
    """Return an entry as a CSL item."""
    type_ = _TYPES.get(entry_type, "document")
    if type_ == "article-journal":
        type_ = _SUBTYPES.get(fields.get("entrysubtype", ""), type_)
    item: dict[str, object] = {"type": type_, "title": _title(fields)}
    item.update(_texts(fields, type_))
    item.setdefault("genre", _GENRES.get(entry_type, ""))
    item.update({key: [_name(part) for part in _people(fields.get(key, ""))] for key in ("author", "editor")})
    item["issued"] = fields.get("date") or _year_and_month(fields)
    return item


def _title(fields: Mapping[str, str]) -> str:
    parts = (plain_latex(fields.get(key, "")).strip() for key in ("title", "subtitle"))
    return ": ".join(part for part in parts if part)


def _texts(fields: Mapping[str, str], type_: str) -> Iterator[tuple[str, str]]:
    for key, names in _TEXTS.items():
        if value := next((fields[name] for name in names if fields.get(name)), ""):
            yield key, plain_latex(value.replace("--", "-") if key == "page" else value)
    for key, name in _VERBATIM.items():
        if value := re.sub(r"\\([%_&#~{}$])", r"\1", fields.get(name, "")):
            yield key, value
    if fields.get("eprinttype", "").lower() == "pubmed":
        yield "PMID", fields.get("eprint", "")
    number, issue = plain_latex(fields.get("number", "")), plain_latex(fields.get("issue", ""))
    if type_ in _NUMBERED_IN_ISSUES:
        yield "issue", number or issue
        yield "number", plain_latex(fields.get("eid", ""))
    else:
        yield "number", number or plain_latex(fields.get("eid", ""))
        yield "issue", issue


def _year_and_month(fields: Mapping[str, str]) -> str:
    year = plain_latex(fields.get("year", "")).strip()
    month = fields.get("month", "").strip().lower()[:3]
    names = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    number = names.index(month) + 1 if month in names else int(month) if re.fullmatch(r"[0-9]{1,2}", month) else 0
    return f"{year}-{number:02}" if 1 <= number <= 12 and re.fullmatch(r"\d{4}", year) else year


def _people(text: str) -> Iterator[str]:
    """Split at ``and`` outside of braces."""
    yield from (part for part in (part.strip() for part in _split(" ".join(text.split()), " and ")) if part)


def _split(text: str, separator: str) -> Iterator[str]:
    depth = start = at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0 and text.startswith(separator, at):
            yield text[start:at]
            at = start = at + len(separator)
            continue
        at += 1
    yield text[start:]


def _name(text: str) -> dict[str, str]:
    """Read ``von Last, Jr, First`` or ``First von Last``; a name wholly in braces is an organisation's."""
    if text.lower() == "others":
        return {"literal": "et al."}
    parts = [part.strip() for part in _split(text, ",")]
    if len(parts) == 1:
        return _spoken_name(text)
    family, given = parts[0], parts[-1]
    suffix = parts[1] if len(parts) > 2 else ""
    return {"family": plain_latex(family), "given": plain_latex(given), "suffix": plain_latex(suffix)}


def _spoken_name(text: str) -> dict[str, str]:
    words = [word for word in _split(text, " ") if word]
    if len(words) == 1:
        return {"literal": plain_latex(text)}
    particle = next((i for i, word in enumerate(words[:-1]) if i and word[:1].islower()), len(words) - 1)
    return {"family": plain_latex(" ".join(words[particle:])), "given": plain_latex(" ".join(words[:particle]))}
