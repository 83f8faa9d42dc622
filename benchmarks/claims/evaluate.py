"""``make evaluate``: how often the checks of claims and figures are right, on the labelled set beside this file.

It asks the same functions as the rules. Without an option it measures all that is open to tune with, names the errors,
and writes the figures where the project prints them. ``--part`` measures one part; a blind one is measured once for a
report: its errors are not named, and ``--record`` prints its figures as the record of that day.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.claims.labelled_set import Label, Pair, Part, Sentence, Warns, pairs, sentences
from careleaf.model.sentence import split_sentences
from careleaf.model.source import Evidence, Seen
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.causal import find_causal_wording
from careleaf.rules.claims.disagreement import disagrees
from careleaf.rules.claims.evidence import figures_of_evidence
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.quantifier import find_quantifier
from careleaf.rules.claims.quotation import find_quotation

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "benchmarks/claims/README.md", ROOT / "docs/about/how-claims-are-checked.md")
"""Where the figures are printed."""
OPEN = frozenset({Part.DEVELOPMENT, Part.HELD_OUT})
"""What everybody may read and tune with; the second was held out once, and is no longer."""
NOW, ONCE = "make evaluate", "make evaluate BLIND=1"
"""The commands that fill the two places of a page: what the code gives now, and what it gave on a blind part once."""
_END = "<!-- end of what was measured -->"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer of a check beside its label."""

    id: str
    text: str
    expected: bool
    given: bool
    why: str


@dataclass(frozen=True, slots=True)
class Measure:
    """The answers to one question."""

    question: str
    outcomes: tuple[Outcome, ...]

    def count(self, *, expected: bool, given: bool) -> int:
        """Return how many items have this label and got this answer."""
        return sum(outcome.expected is expected and outcome.given is given for outcome in self.outcomes)

    @property
    def errors(self) -> Iterator[Outcome]:
        """The items that were answered wrongly."""
        return (outcome for outcome in self.outcomes if outcome.expected is not outcome.given)


def measure(*parts: Part) -> tuple[Measure, ...]:
    """Ask every question of these parts of the set."""
    own = [sentence for sentence in sentences() if sentence.part in parts]
    claims = [s for s in own if s.label is not Label.QUOTATION]
    quotations = [s for s in own if s.label in {Label.QUOTATION, Label.NONE}]
    plain = [s for s in own if s.label is Label.NONE]
    return (
        _asked("a figure or an attribution needs a citation", claims, _needs_citation, _is_claim),
        _asked("a quotation needs a citation", quotations, find_quotation, lambda s: s.label is Label.QUOTATION),
        _asked("causal wording deserves a warning", plain, find_causal_wording, lambda s: s.warns is Warns.CAUSAL),
        _asked("a quantifier deserves a warning", plain, find_quantifier, lambda s: s.warns is Warns.QUANTIFIER),
        Measure("a figure disagrees with its evidence", tuple(_compared(p) for p in pairs() if p.part in parts)),
    )


def _asked(
    question: str, asked: Sequence[Sentence], check: Callable[[str], object], label: Callable[[Sentence], bool]
) -> Measure:
    return Measure(question, tuple(Outcome(s.id, s.text, label(s), bool(check(s.text)), s.why) for s in asked))


def _is_claim(sentence: Sentence) -> bool:
    return sentence.label in {Label.FIGURE, Label.ATTRIBUTION}


def _needs_citation(text: str) -> bool:
    return any(find_attribution(one.text) or figures_to_cite(one) for one in split_sentences(text))


def _compared(pair: Pair) -> Outcome:
    reported = figures_of_evidence(Evidence(pair.says, "abstract", Seen.MIRROR))
    found = disagrees(pair.claim, reported)
    return Outcome(pair.id, f"{pair.claim} | {pair.says}", not pair.agrees, found, pair.why)


def table(measures: Sequence[Measure]) -> str:
    """Return the measures as a Markdown table."""
    rows = [
        "| question | should be found | found | share found | findings that are right | false alarms |",
        "|---|---|---|---|---|---|",
    ]
    for each in measures:
        hits, misses = each.count(expected=True, given=True), each.count(expected=True, given=False)
        alarms, quiet = each.count(expected=False, given=True), each.count(expected=False, given=False)
        right, noise = _share(hits, hits + alarms), f"{alarms} of {alarms + quiet} ({_share(alarms, alarms + quiet)})"
        rows.append(
            f"| {each.question} | {hits + misses} | {hits} | {_share(hits, hits + misses)} | {right} | {noise} |"
        )
    return "\n".join(rows) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "none"


def with_measured(text: str, printed: str, command: str = NOW) -> str:
    """Return a page with the measured figures in the place that this command fills."""
    begin = f"<!-- measured: {command} -->\n"
    before, _, rest = text.partition(begin)
    _, mark, after = rest.partition(_END)
    if not mark:
        raise ValueError("the page has no place for what was measured")
    return f"{before}{begin}\n{printed}\n{mark}{after}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the checks of claims and figures on the labelled set.")
    parser.add_argument("--part", type=Part, choices=list(Part), help="measure this part alone")
    parser.add_argument(
        "--record", action="store_true", help="write the figures of a blind part where they are printed"
    )
    asked = parser.parse_args()
    parts = frozenset({asked.part}) if asked.part else OPEN
    measures = measure(*parts)
    print(table(measures))
    if parts <= OPEN:
        _name_errors(measures)
    if parts == OPEN:
        _print_on_pages(table(measures), NOW)
    elif asked.record and not parts <= OPEN:
        _print_on_pages(table(measures), ONCE)


def _print_on_pages(printed: str, command: str) -> None:
    for page in PAGES:
        page.write_text(with_measured(page.read_text(encoding="utf-8"), printed, command), encoding="utf-8")


def _name_errors(measures: Sequence[Measure]) -> None:
    for each in measures:
        for error in each.errors:
            print(f"{'missed' if error.expected else 'alarm'}: {each.question}: {error.id}: {error.text} ({error.why})")


if __name__ == "__main__":
    main()
