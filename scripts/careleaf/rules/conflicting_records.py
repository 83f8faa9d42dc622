"""Two records that share an identifier, or title, year and authors, and contradict each other.

One of them describes the work wrongly. A reader who looks it up may land on another work, and a retraction of the
right one would go unseen.

Can be wrong when: one work came out in two journals under one title; then give both records their `container-title`.

Look the work up, and correct the record that is wrong. If both are one work, keep one.

Bad:  `DOI: 10.1000/a` in two records, with the titles "Iron for legs" and "Sleep in old age"
Good: one of the two with its own DOI
"""

from collections.abc import Iterator
from itertools import islice

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.rule import Rule
from careleaf.model.same_work import same_title
from careleaf.model.source import Source, csl_name
from careleaf.model.work_identity import folded, identities

_IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record that contradicts an earlier one of the same work."""
    first: dict[tuple[str, str], Record[Source]] = {}
    for record in library.sources.values():
        shared = [(what, first.setdefault((what, value), record)) for what, value in identities(record.value)]
        found = (_conflict(other, record, what) for what, other in shared if other is not record)
        yield from islice((finding for finding in found if finding), 1)


def _conflict(one: Record[Source], other: Record[Source], shared: str) -> Finding | None:
    differing = next(_contradictions(one.value, other.value, shared), None)
    if differing is None:
        return None
    name, ours, theirs = differing
    return Finding(
        other.at(name),
        f"`{other.id}` and `{one.id}` have the same {shared}, and `{name}` is “{theirs}” and “{ours}”.",
        "Look the work up, and correct the record that is wrong; of one work, keep one record.",
    )


def _contradictions(one: Source, other: Source, shared: str) -> Iterator[tuple[str, str, str]]:
    """Yield each field, with both values, that no work can have twice."""
    if shared == "title and year" and not _are_one(one, other):
        return  # many works are called "Editorial"
    if shared != "title and year" and one.title and other.title and not same_title(one.title, other.title):
        yield "title", one.title, other.title
    years = one.issued[:4], other.issued[:4]
    if all(year.isdecimal() for year in years) and abs(int(years[0]) - int(years[1])) > 1:
        yield "issued", one.issued, other.issued
    for name in _IDENTIFIERS:
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours and theirs and _plain(ours) != _plain(theirs):
            yield csl_name(name), ours, theirs


def _are_one(one: Source, other: Source) -> bool:
    """Tell whether works of one title and year stand in one place and are by the same people."""
    place = folded(one.container_title or one.publisher), folded(other.container_title or other.publisher)
    return bool(one.author) and one.author == other.author and place[0] == place[1]


def _plain(identifier: str) -> str:
    return identifier.casefold().replace("-", "").replace(" ", "")


RULE = Rule(
    "SRC006", "conflicting-records", Severity.ERROR, "Two records of one work contradict each other.", check=check
)
