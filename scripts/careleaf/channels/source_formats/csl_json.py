"""CSL-JSON (https://docs.citationstyles.org): Zotero, Mendeley and pandoc read it."""

import json
from collections.abc import Mapping

from careleaf.model.source import Name, Source, csl_name

_TEXTS = (
    "container_title container_title_short publisher genre volume issue page number edition doi pmid pmcid isbn issn"
    " language note"
).split()
_OWN = ("kind", "updated", "archived", "licence")


def render_csl_json(sources: Mapping[str, Source]) -> str:
    """Return all sources as one list, by key."""
    items = [_item(key, source) for key, source in sources.items()]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(key: str, source: Source) -> dict[str, object]:
    item: dict[str, object] = {"id": key, "type": source.type, "title": source.title}
    item["author"] = [_name(name) for name in source.author]
    item["editor"] = [_name(name) for name in source.editor]
    item.update({csl_name(name): getattr(source, name) for name in _TEXTS})
    item["URL"] = source.url
    item["issued"] = _date(source.issued)
    item["accessed"] = _date(source.accessed.isoformat())
    item["custom"] = {"careleaf": {name: str(value) for name in _OWN if (value := getattr(source, name))}}
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    parts = {part: getattr(name, part) for part in ("family", "given", "suffix", "literal")}
    return {part: value for part, value in parts.items() if value}


def _date(text: str) -> dict[str, object]:
    if not text:
        return {}
    parts = text.split("-")
    return {"date-parts": [[int(part) for part in parts]]} if all(map(str.isdecimal, parts)) else {"raw": text}
