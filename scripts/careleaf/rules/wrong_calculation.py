"""Calculations that do not give the figure they stand beside.

A figure that a source does not print, such as a share of two counts, is worked out by the editor. `calc` keeps
how, and it is worked out again at every check, so that a slip or a later change of `says` is seen.

Can be wrong when: the figure was rounded on the way; calculate it in one step from the source's own numbers.

Correct `calc`, or the figure in `says`. Numbers, + - * / brackets and per cent can be used. The figure is
rounded to the last place it is written with.

Bad:  `says: 48% of it was spent on iron.` with `calc: "109.9/250.0"`
Good: `says: 48% of it was spent on iron.` with `calc: "119.9/250.0"`
"""

from collections.abc import Iterator
from fractions import Fraction

from careleaf.model.calculation import calculate, derived_figures
from careleaf.model.figures import find_quantities
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source import Evidence


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each calculation that cannot be read or that gives another figure."""
    for key, source in library.sources.items():
        for evidence_id, evidence in source.value.evidence.items():
            if evidence.calc:
                place = source.at(f"evidence.{evidence_id}.calc")
                yield from (Finding(place, *problem) for problem in _problems(f"{key}#{evidence_id}", evidence))


def _problems(name: str, evidence: Evidence) -> Iterator[tuple[str, str]]:
    try:
        result = calculate(evidence.calc)
    except ValueError as fault:
        yield f"The `calc` of `{name}` cannot be read: {fault}.", 'Write numbers, + - * / and brackets: "119.9/250.0".'
        return
    if not derived_figures(result, evidence.says):
        figures = ", ".join(f'"{figure.text}"' for figure in find_quantities(evidence.says)) or "no figure"
        yield (
            f"The `calc` of `{name}` gives {_shown(result)}, and `says` has {figures}.",
            "Correct the calculation, or the figure in `says`.",
        )


def _shown(result: Fraction) -> str:
    return f"{float(result):.6g}" if abs(result) < _WIDEST else "a number too large to print"


_WIDEST = 10**300

RULE = Rule(
    "CLM212",
    "wrong-calculation",
    Severity.ERROR,
    "A recorded calculation does not give its figure.",
    check=check,
    binding=True,
)
