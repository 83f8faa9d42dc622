"""RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): what PubMed, EndNote and publishers' pages write."""

import re
from collections.abc import Iterator, Mapping

from careleaf.reading.source_import.entry import Entry, Unreadable

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?-(?: (?P<value>.*))?$")
_TYPES: Mapping[str, str] = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "UNPB": "article",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CPAPER": "paper-conference",
    "CONF": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "STAND": "report",
    "THES": "thesis",
    "DATA": "dataset",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
}
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT"),
    "container-title": ("T2", "JF", "JO", "BT"),
    "container-title-short": ("J2", "JA"),
    "publisher": ("PB",),
    "genre": ("M3",),
    "volume": ("VL",),
    "issue": ("IS",),
    "edition": ("ET",),
    "DOI": ("DO",),
    "URL": ("UR",),
    "PMID": ("AN",),
    "PMCID": ("C2",),
    "language": ("LA",),
    "note": ("N1",),
    "issued": ("DA", "PY", "Y1"),
    "accessed": ("Y2",),
}
_NUMBERED = {"article-journal", "article-magazine"}
_BOOKS = frozenset({"book", "chapter"})

_Fields = dict[str, list[str]]


def parse_ris(text: str) -> Iterator[Entry | Unreadable]:
    """Yield every entry from its ``TY`` to its ``ER``. A line without a tag goes on with the one above."""
    fields: _Fields = {}
    start = last = ""
    first_line = 0
    for number, line in enumerate(text.split("\n"), start=1):
        match = _TAG.match(line)
        if match is None:
            if last and line.strip():
                fields[last][-1] += f" {line.strip()}"
            elif line.strip() and not start:
                yield Unreadable(number, line.strip()[:60], "It does not stand in an entry that begins with `TY  - `.")
                start = "reported"
            continue
        tag, value = match["tag"], (match["value"] or "").strip()
        if tag in {"TY", "ER"} and "TY" in fields:
            yield _entry(fields, first_line, closed=tag == "ER")
            fields, last, start = {}, "", ""
        if tag != "ER":
            first_line = number if tag == "TY" else first_line
            fields.setdefault(tag, []).append(value)
            last, start = tag, tag
    if fields:
        yield _entry(fields, first_line, closed=False)


def _entry(fields: _Fields, line: int, *, closed: bool) -> Entry | Unreadable:
    label = (fields.get("ID") or fields.get("TI") or fields.get("T1") or [""])[0][:80]
    if "TY" not in fields:
        return Unreadable(line or 1, label, "It does not begin with `TY  - `.")
    if not closed:
        return Unreadable(line, label, "It has no end: the line `ER  - ` is missing.")
    return Entry(line, label, _item(fields))


def _item(fields: _Fields) -> dict[str, object]:
    type_ = _TYPES.get(fields["TY"][0], "document")
    item: dict[str, object] = {"type": type_}
    for key, tags in _TEXTS.items():
        if value := next((fields[tag][0] for tag in tags if fields.get(tag, [""])[0]), ""):
            item[key] = value
    item["author"] = [_name(name) for tag in ("AU", "A1") for name in fields.get(tag, ())]
    item["editor"] = [_name(name) for tag in ("ED", "A2", "A3") for name in fields.get(tag, ())]
    if pages := "-".join(part for tag in ("SP", "EP") for part in fields.get(tag, [])[:1] if part):
        item["page"] = pages
    if number := fields.get("C7" if type_ in _NUMBERED else "M1", [""])[0]:
        item["number"] = number
    if serial := fields.get("SN", [""])[0]:
        item["ISBN" if type_ in _BOOKS else "ISSN"] = serial
    return item


def _name(text: str) -> dict[str, str]:
    """Read ``Family, Given, Suffix``; without a comma, or with one at the end, it is an organisation."""
    if text.endswith(",") or "," not in text:
        return {"literal": text.rstrip(",")}
    family, given, suffix = (*(part.strip() for part in text.split(",", 2)), "")[:3]
    return {"family": family, "given": given, "suffix": suffix}
