"""Which two figures are the ends of one range: 5% to 10%, between 5 and 10 mg, and not "fell from 22 to 12"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from careleaf.model.figures.figure import TO, Figure
from careleaf.model.quantity import RangeEnd

_MINUS = r"[-−]?"
"""Before a score below nought: between -1 and -2.5."""
_TO = re.compile(rf"(?:{TO})(?:the\s+)?{_MINUS}")
_AND = re.compile(rf"\s+and\s+(?:the\s+)?{_MINUS}")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?(?:the\s+)?(?:ages?\s+(?:of\s+)?)?[-−]?\Z", re.IGNORECASE)
_INTERVAL = re.compile(r"\b(?:interval|range|ranged|CI|IQR)\b[^.;]*\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rose|ris(?:es|ing|en)|fell|fall(?:s|ing|en)?|dropp?(?:s|ed|ing)?|increas\w+|decreas\w+|went|go(?:es|ing)?|gr[eo]w\w*|rais(?:e|es|ed|ing)|lengthen\w*|shorten\w*|halv\w*|slow\w*|widen\w*|sank|brought|bring\w*|push\w*|up|down|improv\w+"
    r"|reduc\w+|chang\w+|declin\w+|lower(?:s|ed|ing)?|shift\w*|mov(?:es|ed)|cut|climb\w*|doubl\w+)\b[^.;]*?\bfrom\s+"
    r"(?:about\s+|around\s+)?\Z",
    re.IGNORECASE,
)


_REACH = 80


def with_range_ends(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Mark the lower and the upper end of each range; two values of a change are none."""
    marked = [replace(figure, range_end=RangeEnd.NONE) if figure.range_end != "none" else figure for figure in figures]
    for index in range(len(figures) - 1):
        low, high = _in_rate_of(figures[index], figures[index + 1]), figures[index + 1]
        if low.kind is high.kind and low.unit == high.unit and low.value < high.value and _joined(low, high, text):
            marked[index] = replace(low, range_end=RangeEnd.LOW)
            marked[index + 1] = replace(high, range_end=RangeEnd.HIGH)
    return marked


def _in_rate_of(low: Figure, high: Figure) -> Figure:
    """Read 5 mg to 10 mg per kg as 5 to 10 mg per kg."""
    if (low.unit, high.unit) == ("g", "mg/kg"):
        return replace(low, unit="mg/kg", value=low.value * 1000, step=low.step * 1000)
    return low


def _joined(low: Figure, high: Figure, text: str) -> bool:
    before = text[max(0, low.start - _REACH) : low.start]
    if low.range_end is RangeEnd.LOW and high.range_end is RangeEnd.HIGH:
        return _INTERVAL.search(before) is not None or not _CHANGED.search(before)
    between = text[low.end : high.taken_from]
    if _INTERVAL.search(before) and re.fullmatch(r"\s+(?:up\s+)?to\s+", text[low.end : high.start]):
        return True
    if _AND.fullmatch(between):
        return _BETWEEN.search(before) is not None
    return _TO.fullmatch(between) is not None and not _CHANGED.search(before)
