"""Dates of sources that no calendar has, or that lie ahead.

A reader judges a source by its age. A date that cannot be right says nothing about it.

Can be wrong when: a work is dated by season or by a range of years; give the first year.

Write `issued` and `updated` as a year, as year-month, or as year-month-day. `accessed` is a day that has
been.

Bad:  `issued: Feb 2024`, `updated: 2023-02-30`
Good: `issued: 2024-02`, `updated: 2023-02-28`
"""

import re
from collections.abc import Iterator
from datetime import date

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_FORM = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each date of a source that cannot be right."""
    for source in library.sources.values():
        for key, value in (("issued", source.value.issued), ("updated", source.value.updated)):
            if value and not _exists(value):
                yield Finding(
                    source.at(key),
                    f"`{key}: {value}` is not a year, a year-month or a day of the calendar.",
                    "Write it like 2024, 2024-02 or 2024-02-28.",
                )
        if source.value.accessed > library.today:
            yield Finding(
                source.at("accessed"),
                f"The day it was read, {source.value.accessed}, is after {library.today}.",
                "Write the day on which it was read.",
            )


def _exists(text: str) -> bool:
    if not _FORM.fullmatch(text):
        return False
    try:
        date(*(int(part) for part in f"{text}-01-01".split("-")[:3]))
    except ValueError:
        return False
    return True


RULE = Rule("SRC105", "invalid-source-date", Severity.ERROR, "A source's date cannot be right.", check=check)
