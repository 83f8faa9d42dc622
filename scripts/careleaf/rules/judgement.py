"""The one way to ask the rules: all of them, at once, with what authors allowed taken out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from careleaf.model.finding import Finding
from careleaf.model.fingerprint import numbered
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.published import PublishedStatus
from careleaf.model.report import Suppressed
from careleaf.model.rule import Rule, RuleFinding
from careleaf.model.sentence_place import blocks_by_line, sentence_at
from careleaf.rules import unused_suppression, useless_baseline_entry
from careleaf.rules.lookups.baseline import held_by, useless_entries
from careleaf.rules.lookups.page_by_page import PAGE_BY_PAGE, Answer, answers, asked, besides_pages
from careleaf.rules.lookups.suppressed import sort_out
from careleaf.rules.table import RULES, rules_for


@dataclass(frozen=True, slots=True)
class Judgement:
    """What all rules found, what of it authors allowed, and what was there from the start."""

    findings: tuple[RuleFinding, ...]
    suppressed: tuple[Suppressed, ...]
    in_baseline: tuple[RuleFinding, ...]


_OF_PAGES = tuple(rule for rule in RULES if rule.name in PAGE_BY_PAGE)


def judge_page(part: Library) -> Answer:
    """Ask every rule that looks at one page at a time about one page's part of a library."""
    return asked(part, _OF_PAGES)


def judge_library(library: Library, about_pages: Answer | None = None) -> Judgement:
    """Ask every rule, and take out what authors allowed; a finding is reported once.

    `about_pages` is what `judge_page` said of every page, where it was asked before.
    What is wrong with a withdrawn page is left out: its text goes nowhere, and withdrawing it must always be possible.
    """
    withdrawn = _withdrawn_paths(library)
    findings = [
        found
        for found in _ask(library, rules_for(library.policy.value), about_pages)
        if found.finding.location.path not in withdrawn
    ]
    suppressed, unused = sort_out(findings, library, withdrawn)
    allowed = {each.found for each in suppressed}
    in_baseline = held_by(library.baseline, (found for found in findings if found not in allowed))
    useless = useless_entries(library.baseline, in_baseline, library, withdrawn)
    about = _ask(replace(library, faults=(*unused, *useless)), (unused_suppression.RULE, useless_baseline_entry.RULE))
    known = allowed.union(in_baseline)
    kept = (*(found for found in findings if found not in known), *about)
    return Judgement(tuple(sorted(kept, key=lambda found: found.sort_key)), suppressed, in_baseline)


def _ask(library: Library, rules: Sequence[Rule], about_pages: Answer | None = None) -> tuple[RuleFinding, ...]:
    pages = {page.path: page for page in library.pages}
    by_code = {rule.code: rule for rule in rules}
    of_pages = [rule for rule in rules if rule.name in PAGE_BY_PAGE]
    findings = {(rule, f) for rule in rules if rule.name not in PAGE_BY_PAGE for f in rule.check(library)}
    if of_pages:
        told = answers(library, of_pages) if about_pages is None else about_pages
        findings |= {(by_code[code], finding) for code, finding in [*told, *besides_pages(library, of_pages)]}
    found = _with_sentences(findings, pages)
    return tuple(numbered(sorted(found, key=lambda each: each.sort_key)))


def _with_sentences(findings: Iterable[tuple[Rule, Finding]], pages: Mapping[str, Page]) -> Iterator[RuleFinding]:
    """Tell of each finding which sentence it is about, one page's text at hand at a time."""
    for path, found in groupby(sorted(findings, key=_path), key=_path):
        blocks = blocks_by_line(pages[path].body) if path in pages else {}
        for rule, finding in found:
            yield RuleFinding(rule.title, finding, sentence_at(blocks, finding.location))


def _path(found: tuple[Rule, Finding]) -> str:
    return found[1].location.path


def _withdrawn_paths(library: Library) -> frozenset[str]:
    released = library.published.value.pages
    gone = {url for url, page in released.items() if page.status is PublishedStatus.WITHDRAWN}
    pages = [page for page in library.pages if page.url in gone]
    records = {library.reviews[page.id].location.path for page in pages if page.id in library.reviews}
    return frozenset(page.path for page in pages) | records
