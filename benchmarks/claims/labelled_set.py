"""The labelled set for the claim detector and the figure matcher, as records.

The set is described, with its labelling rules and limits, in the README beside this file. The loader knows
nothing of careleaf: what is measured must not read its own examination paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


class Part(StrEnum):
    """Which part of the set an item belongs to."""

    DEVELOPMENT = "development"
    """Two thirds, to tune with from the start."""

    HELD_OUT = "held-out"
    """The first held-out third, reported once on 2026-11-23, then opened: to tune with since."""

    FRESH = "fresh"
    """Written blind after the held-out part was spent, in files of its own; reported once on 2026-11-23."""

    BLIND = "blind"
    """Written blind after the fresh part was spent, in files of its own; reported once on 2026-11-24."""

    PRACTICE = "practice"
    """Written blind by five more authors, in files of its own, then opened to tune with."""

    UNREAD = "unread"
    """Pairs that one more author wrote blind, reported once on 2026-11-24: nobody has read which of them are missed."""


class Label(StrEnum):
    """Why a sentence needs a citation, or that it needs none."""

    FIGURE = "figure"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    NONE = "none"


class Warns(StrEnum):
    """Wording that asks for a citation, without being refused for want of one."""

    CAUSAL = "causal"
    QUANTIFIER = "quantifier"


@dataclass(frozen=True)
class Sentence:
    """One sentence as a page might print it, with what it needs."""

    id: str
    text: str
    label: Label
    also: Label | None
    """A second reason to need a citation, where a sentence has two."""

    warns: Warns | None
    why: str
    """The reason for the label where it is not plain; else empty."""

    part: Part


@dataclass(frozen=True)
class Pair:
    """A sentence beside the evidence it cites."""

    id: str
    claim: str
    says: str
    agrees: bool
    """Whether every figure of the claim follows from the evidence."""

    why: str
    part: Part


def part_of(name: str) -> Part:
    """Return the part for the id `name` of the first set.

    It is held out where the SHA-256 of `2:name`, as a number, is divisible by three.
    """
    number = int(hashlib.sha256(f"2:{name}".encode()).hexdigest(), 16)
    return Part.HELD_OUT if number % 3 == 0 else Part.DEVELOPMENT


def sentences() -> tuple[Sentence, ...]:
    """Return every sentence of the set, in the order of its files: the first set, then each later part."""
    first = (_sentence(entry, part_of(entry["id"])) for entry in _entries("sentences.yml"))
    later = (_sentence(entry, part) for part in _LATER for entry in _entries(f"{part}_sentences.yml"))
    return (*first, *later)


def pairs() -> tuple[Pair, ...]:
    """Return every pair of the set; the pairs that share an evidence statement are always in one part."""
    first = (pair for entry in _entries("pairs.yml") for pair in _pairs_of(entry, part_of(entry["id"])))
    later = (
        pair
        for part in (*_LATER, *_PAIRS_ALONE)
        for entry in _entries(f"{part}_pairs.yml")
        for pair in _pairs_of(entry, part)
    )
    return (*first, *later)


_LATER = (Part.FRESH, Part.BLIND, Part.PRACTICE)
"""Parts in files of their own, named after them."""
_PAIRS_ALONE = (Part.UNREAD,)


def _entries(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return entries


def _sentence(entry: dict[str, Any], part: Part) -> Sentence:
    return Sentence(
        id=entry["id"],
        text=entry["text"],
        label=Label(entry["label"]),
        also=Label(entry["also"]) if "also" in entry else None,
        warns=Warns(entry["warns"]) if "warns" in entry else None,
        why=entry.get("why", ""),
        part=part,
    )


def _pairs_of(entry: dict[str, Any], part: Part) -> Iterator[Pair]:
    for claim in entry["claims"]:
        yield Pair(claim["id"], claim["claim"], entry["says"], claim["agrees"], claim["why"], part)
