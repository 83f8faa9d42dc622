"""Figures that say one thing together: 9 days (IQR 6 to 14), 26 of 100; and what a count is to a share."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from careleaf.model.figures import derived_shares, find_quantities
from careleaf.model.quantity import Kind, Quantity
from careleaf.rules.claims.labels import Span

_SAME = re.compile(
    r"\s*(?:[–-]|/|to|and|out\s+of|of(?:\s+(?:the|all|these|those|every))?|in(?:\s+every)?|(?:(?:people|patients|women|men|children|adults|participants|babies)\s+)?[(\[]"
    r"(?:IQR|range|median|mean|SD|95|CI|from|n\s*=|interquartile\s+range|or|about|,|\s|:)*)\s*",
    re.IGNORECASE,
)
"""What may stand between two figures that say one thing: 9 days (IQR 6 to 14), 26 of 100."""


class Role(StrEnum):
    """What a count is to a share: its part, its whole, or nothing."""

    PART = "part"
    WHOLE = "whole"
    NONE = "none"


def place_of(figure: Quantity, figures: Sequence[Quantity]) -> Span:
    """Return where a figure stands; for a share of two counts, where its part does."""
    counts = [one for one in figures if one.kind is Kind.COUNT and figure.start <= one.start and one.end <= figure.end]
    if figure.kind is not Kind.SHARE or figure in figures or not counts:
        return figure.start, figure.end
    whole = max(one.value for one in counts)
    part = next((one for one in counts if one.value == figure.value * whole), counts[-1])
    return (figure.start, figure.end) if part.start == figure.start else (part.start, part.end)


def clustered(figures: Sequence[Quantity], places: Mapping[Quantity, Span], text: str) -> list[tuple[Quantity, ...]]:
    """Return figures of one scale in order, those together that say one thing."""
    clusters: list[list[Quantity]] = []
    for figure in figures:
        start = places[figure][0]
        reach = max(places[one][1] for one in clusters[-1]) if clusters else 0
        if clusters and (start < reach or _is_same(clusters[-1], text[reach:start], figure)):
            clusters[-1].append(figure)
        else:
            clusters.append([figure])
    return [tuple(cluster) for cluster in clusters]


def _is_same(cluster: Sequence[Quantity], gap: str, figure: Quantity) -> bool:
    if gap.strip().lower() in {"and", "to", "–", "-", "or"}:
        return figure.range_end != "none" and cluster[-1].range_end != "none"
    if _SAME.fullmatch(gap) is not None:
        return True
    repeats = any(one.value == figure.value and one.kind is figure.kind for one in cluster)
    return repeats and re.fullmatch(r"[^.;,()]{0,60}\(", gap) is not None


def role_in(figures: Sequence[Quantity], text: str) -> Role:
    """Return what figures that say one thing are to the shares of a text."""
    counts = [one for one in find_quantities(text) if one.kind is Kind.COUNT]
    for share in derived_shares(text):
        if figures[0].kind is Kind.COUNT and share.start <= figures[0].start and figures[0].end <= share.end:
            most = max(one.value for one in counts if share.start <= one.start and one.end <= share.end)
            return Role.WHOLE if all(one.value == most for one in figures) else Role.PART
    return Role.NONE
