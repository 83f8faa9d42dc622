"""Two records of one work.

A reader would count one study as two, and a retraction noted in one record would not reach the other.

Can be wrong when: two works have the same title and year and neither record has an identifier or publisher;
add one.

Keep one record, move the evidence of both into it, and cite it in both places.

Bad:  `allen2005.yml` and `rest-study.yml`, both with `DOI: 10.1001/archinte.165.11.1286`
Good: one file with that DOI
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.rule import Rule
from careleaf.model.source import Source
from careleaf.model.work_identity import differ, identities


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record of a work that another record holds already."""
    first: dict[tuple[str, str], Record[Source]] = {}
    for record in library.sources.values():
        earlier: Record[Source] | None = None
        reason = ""
        for what, value in identities(record.value):
            other = first.setdefault((what, value), record)
            if earlier is None and other is not record and not differ(other.value, record.value):
                earlier, reason = other, what
        if earlier is not None:
            yield Finding(
                _place(record, reason),
                f"`{record.id}` is the same work as `{earlier.id}`: both have the same {reason}.",
                f"Keep one record, and cite it everywhere ({earlier.location.path} was read first).",
            )


def _place(record: Record[Source], reason: str) -> Location:
    return record.at("title" if reason == "title and year" else reason)


RULE = Rule("SRC003", "duplicate-source", Severity.ERROR, "Two records describe one work.", check=check)
