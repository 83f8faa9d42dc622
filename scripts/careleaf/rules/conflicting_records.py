"""Two records that share an identifier or a title and contradict each other.

One of them describes the work wrongly. A reader who looks it up may land on another work, and a retraction of the
right one would go unseen.

Can be wrong when: one work came out in two journals under one title; then give both records their `container-title`.

Look the work up, and correct the record that is wrong. If both are one work, keep one.

Bad:  `DOI: 10.1000/a` in two records, with the titles "Iron for legs" and "Sleep in old age"
Good: one of the two with its own DOI
"""

from collections.abc import Iterator
from itertools import combinations

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
    sharing: dict[tuple[str, str], list[Record[Source]]] = {}
    for record in library.sources.values():
        for identity in identities(record.value):
            sharing.setdefault(identity, []).append(record)
    told = set()
    for (what, _), records in sharing.items():
        for one, other in combinations(records, 2):
            differing = next(_contradictions(one.value, other.value, what), None)
            if differing and (one.id, other.id) not in told:
                told.add((one.id, other.id))
                name, ours, theirs = differing
                yield Finding(
                    other.at(name),
                    f"`{other.id}` and `{one.id}` have the same {what}, and `{name}` is “{theirs}” and “{ours}”.",
                    "Look the work up, and correct the record that is wrong; of one work, keep one record.",
                )


def _contradictions(one: Source, other: Source, shared: str) -> Iterator[tuple[str, str, str]]:
    """Yield each field, with both values, that no work can have twice."""
    if shared == "title and year" and folded(one.container_title) != folded(other.container_title):
        return  # two works, as far as the records say
    if shared != "title and year" and one.title and other.title and not same_title(one.title, other.title):
        yield "title", one.title, other.title
    years = one.issued[:4], other.issued[:4]
    if all(year.isdecimal() for year in years) and abs(int(years[0]) - int(years[1])) > 1:
        yield "issued", one.issued, other.issued
    for name in _IDENTIFIERS:
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours and theirs and _plain(ours) != _plain(theirs):
            yield csl_name(name), ours, theirs


def _plain(identifier: str) -> str:
    return identifier.casefold().replace("-", "").replace(" ", "")


RULE = Rule(
    "SRC006", "conflicting-records", Severity.ERROR, "Two records of one work contradict each other.", check=check
)
