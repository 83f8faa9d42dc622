"""Sources that no registry answered about within the days policy sets.

A retraction since then would be unknown, and readers are told the day of the last check.

Can be wrong when: never; it is silent unless `sources_checked_within_days` is set in policy.yml.

Run `careleaf sources verify` and commit docs/_data/sources.lock.

Bad:  `sources_checked_within_days: 90`, and the last answer is a year old
Good: an answer of last week
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.model.source_check import Outcome, last_word
from careleaf.model.source_question import questions
from careleaf.rules.lookups.answers import place_of


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each question whose last answer is too old, or that never had one."""
    limit = library.policy.value.sources_checked_within_days
    for key, source in library.sources.items() if limit else ():
        answers = library.answers.about(key, source.value)
        for registry in questions(source.value):
            answer = last_word(answers, registry)
            if answer is None or answer.outcome is Outcome.UNCHECKED:
                why = f": {answer.why}" if answer and answer.why else ""
                message = f"`{key}` was never checked with {registry.called}{why}."
            elif (library.today - answer.checked_on).days > limit:
                message = f"`{key}` was last checked with {registry.called} on {answer.checked_on}."
            else:
                continue
            yield Finding(place_of(source, registry), message, "Run `careleaf sources verify`.")


RULE = Rule(
    "SRC390",
    "unchecked-source",
    Severity.WARNING,
    "A source was not checked online within the time policy sets.",
    check=check,
)
