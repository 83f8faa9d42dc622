"""Telephone numbers that are not among the help lines this site knows.

A reader in danger calls the number on the page. 119 for 911 connects to nobody in one country and to the police
in another; no evidence is cited beside it, so nothing else would notice.

Can be wrong when: the number is right and new; add it to `help_lines`. Policy without `help_lines` asks for nothing.

Correct the number. Or add it to `help_lines` in policy.yml after calling it, or cite evidence that names it.

Bad:  `Call 991 now.`, and policy has `help_lines: ["911", "988"]`
Good: `Call 911 now.`
"""

from collections.abc import Iterator

from careleaf.model.figures import find_contacts
from careleaf.model.figures.contacts import dialled
from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.claims.evidence import reported_figures
from careleaf.rules.claims.numbers_to_call import numbers_to_call
from careleaf.rules.lookups.nearest import suggestion

_SCHEMES = ("tel:", "sms:")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each number to call, in words or in a link, that policy and the page's evidence lack."""
    listed = {dialled(number): number for number in library.policy.value.help_lines}
    if listed:
        for page in library.pages:
            known = listed.keys() | _in_evidence(page, library)
            for place, number in _numbers(page):
                if dialled(number) not in known:
                    yield _finding(place, number, listed)


def _numbers(page: Page) -> Iterator[tuple[Location, str]]:
    for block in page.body.blocks:
        if block.tag not in {"pre", "code"}:
            yield from ((block.locate(at), number) for at, number in numbers_to_call(block.text))
    for placed in page.body.placed("a"):
        href = placed.element.attributes.get("href", "")
        if href.lower().startswith(_SCHEMES):
            yield placed.location, href[4:].partition("?")[0]


def _in_evidence(page: Page, library: Library) -> set[str]:
    cited = [citation for mark in page.body.marks for citation in mark.citations if library.evidence_for(citation)]
    reported = reported_figures(cited, library) or ()
    texts = {one.statement for one in reported if one.statement}
    return {dialled(found.text) for text in texts for found in find_contacts(text) if found.unit == "telephone"}


def _finding(place: Location, number: str, listed: dict[str, str]) -> Finding:
    message = f"{number.strip()} is none of this site's help lines ({', '.join(listed.values())})."
    otherwise = "Correct it, or add it to `help_lines` in policy.yml after calling it."
    return Finding(place, message, suggestion(number.strip(), listed.values(), otherwise))


RULE = Rule(
    "CLM230",
    "unlisted-help-line",
    Severity.WARNING,
    "A telephone number is not among the site's help lines.",
    check=check,
)
