"""Whether a text bears out what an editor recorded from it: its figures, and its words where they were kept.

A figure that was found is no proof that the claim follows, and one that was not found is no proof against it: texts are
cut short, figures stand in tables and pictures. It only tells an editor where to look again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from careleaf.model.agreement import agrees
from careleaf.model.figures import find_quantities
from careleaf.model.quantity import Kind, Quantity
from careleaf.model.quote_search import holds_quote
from careleaf.model.source import Evidence

_DIGITS = re.compile(r"\d+(?:[.,\u00b7]\d+)*")
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
"""``18 980``: thousands set apart by spaces."""
_ABSTRACT = re.compile(r"abstract|summary|resumen", re.IGNORECASE)


class LookResult(StrEnum):
    """What became of a look."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    NO_TEXT = "no-text"
    """There was no text to look in, or not the part in which the editor read it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one text said about one piece of evidence, as that was worded at the time."""

    __pydantic_config__ = {"extra": "forbid"}

    evidence: str
    wording: str
    """A digest of the evidence; a changed record is never covered by a look for its earlier wording."""
    figures: LookResult = LookResult.NO_TEXT
    quote: LookResult = LookResult.NO_TEXT
    missing: tuple[str, ...] = ()
    """The figures that were not found, as the record writes them."""


def wording_of(evidence: Evidence) -> str:
    """Return a digest of everything that is looked for."""
    return sha256("\0".join((evidence.says, evidence.quote, evidence.where)).encode()).hexdigest()[:12]


def looked_for(evidence: Mapping[str, Evidence]) -> Mapping[str, Evidence]:
    """Return the evidence with figures or quotations: there is nothing to look for in the rest."""
    return {key: one for key, one in evidence.items() if one.quote or any(_figures(one))}


def look_in(text: str, evidence: Mapping[str, Evidence], *, whole: bool) -> tuple[Look, ...]:
    """Look for each piece of evidence in a text.

    Args:
        text: a page's text, or an abstract; empty when there is none.
        evidence: all evidence of the source.
        whole: whether it is the whole text; an abstract says nothing about what was read elsewhere.
    """
    reported = find_quantities(text) if text else ()
    numbers = {_plain(match[0]) for form in (_DIGITS, _SPACED) for match in form.finditer(text)}
    return tuple(
        _look(key, one, text if whole or _ABSTRACT.search(one.where) else "", reported, numbers)
        for key, one in looked_for(evidence).items()
    )


def _look(key: str, evidence: Evidence, text: str, reported: tuple[Quantity, ...], numbers: set[str]) -> Look:
    if not text:
        return Look(key, wording_of(evidence))
    missing = tuple(dict.fromkeys(q.text for q in _figures(evidence) if not _is_borne_out(q, reported, numbers)))
    return Look(
        key,
        wording_of(evidence),
        LookResult.NOT_FOUND if missing else LookResult.FOUND,
        LookResult.NO_TEXT if not evidence.quote else _quote_result(evidence.quote, text),
        missing,
    )


def _quote_result(quote: str, text: str) -> LookResult:
    return LookResult.FOUND if holds_quote(text, quote) else LookResult.NOT_FOUND


def _figures(evidence: Evidence) -> Iterator[Quantity]:
    """Yield the figures the source itself has to show; a computed one is in no source."""
    return (
        quantity for quantity in find_quantities(evidence.says) if quantity.kind is not Kind.YEAR and not evidence.calc
    )


def _is_borne_out(figure: Quantity, reported: tuple[Quantity, ...], numbers: set[str]) -> bool:
    """Tell whether the figure or at least its digits stand in the text: tables write 54 and put the % elsewhere."""
    if any(agrees(figure, other) for other in reported):
        return True
    digits = [_plain(match[0]) for match in _DIGITS.finditer(figure.text)]
    return bool(digits) and all(number in numbers for number in digits)


def _plain(number: str) -> str:
    """Return digits without marks between thousands or zeros before them, and with a point before decimals."""
    whole = re.sub(r",(?=\d{3}\b)|\s", "", number).replace("\u00b7", ".").replace(",", ".")
    return re.sub(r"^0+(?=\d)", "", whole)
