"""DataCite's record of a work (https://support.datacite.org/docs/api-get-doi)."""

from typing import Any

from careleaf.registries.items.item import Item, compact, line, own
from careleaf.registries.shape import first

_TYPES = {
    "journalarticle": "article-journal",
    "preprint": "article",
    "report": "report",
    "book": "book",
    "bookchapter": "chapter",
    "dissertation": "thesis",
    "dataset": "dataset",
    "conferencepaper": "paper-conference",
}


def datacite_item(work: dict[str, Any]) -> Item:
    """Return the item; fields of an unexpected shape are left out."""
    types, titled = work.get("types"), first(work.get("titles"))
    general = line(types.get("resourceTypeGeneral")).casefold() if isinstance(types, dict) else ""
    publisher = work.get("publisher")
    rights = first(work.get("rightsList"))
    item = compact(
        {
            "type": _TYPES.get(general, "document"),
            "title": line(titled.get("title")) if isinstance(titled, dict) else "",
            "author": _names(work.get("creators")),
            "publisher": line(publisher.get("name") if isinstance(publisher, dict) else publisher),
            "issued": line(work.get("publicationYear")),
            "DOI": line(work.get("doi")),
        }
    )
    return {**item, **own(licence=line(rights.get("rights")) if isinstance(rights, dict) else "")}


def _names(value: object) -> list[Item]:
    names = []
    for one in value if isinstance(value, list) else []:
        if isinstance(one, dict):
            person = compact({"family": line(one.get("familyName")), "given": line(one.get("givenName"))})
            names.append(person if "family" in person else compact({"literal": line(one.get("name"))}))
    return names
