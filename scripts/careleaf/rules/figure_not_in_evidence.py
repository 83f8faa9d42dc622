"""Figures that the cited evidence does not hold.

A wrong digit in a dose or a risk can harm. Each figure of a sentence is held against what the editor
recorded from the cited source: exactly, with `1 in 10` equal to 10%, and rounded only when the sentence
says so ("about 40%"). What the evidence comes to counts as well: half beside a median, every 12 hours for twice
a day, 25% lower for a ratio of 0.75. A share of all the others ("70% stayed free of it" beside 30% who had it)
agrees where the sentence has words that turn it round, or says something else of them.

Telephone numbers and web addresses in such a sentence are held against evidence that names one; short emergency
numbers are held against `help_lines` of policy.yml.

Can be wrong when: the figure was computed from others, or is written in a form that is not read, such as a unit
with another name.

A computed figure belongs into `says`, with its sum in `calc`.

Correct the figure, or record it in the evidence after reading the source again.

Bad:  `45% said so.[@cederberg2024#only-improves]`, and the evidence says 54%
Good: `54% said so.[@cederberg2024#only-improves]`
"""

from collections.abc import Iterator

from careleaf.model.agreement import nearest
from careleaf.model.figures import find_quantities
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.quantity import Kind, Quantity
from careleaf.model.rule import Rule
from careleaf.rules.claims.disagreement import claimed_but_not_in, figures_not_in
from careleaf.rules.claims.evidence import comparisons, reported_figures

_HELP = "Fix the figure or the evidence."


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each figure that no cited evidence bears out."""
    for comparison in comparisons(library):
        reported = tuple(one.figure for one in comparison.reported)
        for figure in claimed_but_not_in(comparison.claim.text, comparison.reported):
            message = f'"{figure.text}" is not in the evidence for {comparison.cited} ({_says(figure, reported)}).'
            yield Finding(comparison.claim.locate(figure.start), message, _HELP)
    for page in library.topic_pages:
        yield from _front_matter(page, library)


def _front_matter(page: Page, library: Library) -> Iterator[Finding]:
    """Hold the texts that cannot carry a citation against everything the page cites."""
    texts = {key: getattr(page.front.value, key) for key in ("title", "description", "main_message", "action")}
    figures = {key: [q for q in find_quantities(text) if q.kind is not Kind.YEAR] for key, text in texts.items()}
    if not any(figures.values()):
        return
    cited = [citation for mark in page.body.marks for citation in mark.citations if library.evidence_for(citation)]
    reported = tuple(one.figure for one in reported_figures(cited, library) or ())
    for key, found in figures.items():
        for figure in figures_not_in(found, reported):
            yield Finding(
                page.front.at(key),
                f'"{figure.text}" in `{key}` is in no evidence this page cites ({_says(figure, reported)}).',
                "Use a figure that the text below cites.",
            )


def _says(figure: Quantity, reported: tuple[Quantity, ...]) -> str:
    close = nearest(figure, reported)
    if close is not None:
        return f'it says "{close.text}"'
    if not reported:
        return "it holds no figure"
    what = f"number of {figure.unit}" if figure.kind is Kind.COUNT and figure.unit else str(figure.kind)
    return f"it holds no {what}"


RULE = Rule(
    "CLM210",
    "figure-not-in-evidence",
    Severity.ERROR,
    "A figure is not in the cited evidence.",
    check=check,
    binding=True,
)
