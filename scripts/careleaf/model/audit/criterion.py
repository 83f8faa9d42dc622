"""One thing a standard asks for, and how it is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.report import Report


class Proof(StrEnum):
    """How far something is shown."""

    SHOWN = "shown by the build"
    """A program checked it on every page, in this very run."""
    ATTESTED = "attested"
    """A person put their name to it; the record is in this folder."""
    MISSING = "missing"
    """It can be on record, and is not."""
    OUTSIDE = "not recorded here"
    """careleaf keeps no record of it: the publisher has to show it in another way."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How a criterion stands."""

    proof: Proof
    why: str
    """In a sentence, with what a reader of the folder can look at."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a criterion is judged by."""

    pages: Sequence[Page]
    library: Library
    report: Report


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing a standard asks for, in our own words."""

    standard: str
    name: str
    asks: str
    judge: Callable[[Evidence], Judged]


def outside(what: str) -> Callable[[Evidence], Judged]:
    """Return the judgement of what no file can show."""
    return lambda evidence: Judged(Proof.OUTSIDE, what)


def shown_if(holds: bool, shown: str, missing: str) -> Judged:
    """Return that something is shown, or what is missing."""
    return Judged(Proof.SHOWN, shown) if holds else Judged(Proof.MISSING, missing)
