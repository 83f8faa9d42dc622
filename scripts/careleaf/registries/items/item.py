"""What all items have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from careleaf.registries.plain import plain_line

Item = dict[str, Any]
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class FoundWork:
    """A work as registries describe it."""

    item: Mapping[str, object]
    told_by: str
    """Which registries, in words."""
    notes: tuple[str, ...] = field(default=())
    """What an editor has to look at, in whole sentences."""


def line(value: object) -> str:
    """Return a text of a record as one harmless line."""
    return plain_line(str(value) if isinstance(value, int) and not isinstance(value, bool) else value, _LONGEST)


def compact(fields: Mapping[str, object]) -> Item:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def own(kind: str = "", licence: str = "", updated: str = "") -> Item:
    """Return the fields that CSL has no word for, where the reader of items looks for them."""
    fields = compact({"kind": kind, "licence": licence, "updated": updated})
    return {"custom": {"careleaf": fields}} if fields else {}


def with_own(item: Item, **fields: str) -> Item:
    """Return an item with more fields of our own; what it has stays."""
    before = item.get("custom", {}).get("careleaf", {})
    return {**item, **own(**{**fields, **before})}


def person(name: str) -> Item:
    """Return a name written as ``Given Family`` or ``Family, Given``."""
    family, comma, given = name.partition(",")
    if comma:
        return compact({"family": family.strip(), "given": given.strip()})
    words = name.split()
    if len(words) < 2:
        return compact({"literal": name})
    start = next((i for i, word in enumerate(words[1:-1], start=1) if word.islower()), len(words) - 1)
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])}


def people(names: Iterable[str]) -> list[Item]:
    """Return names as CSL writes them."""
    return [person(name) for name in names if name]
