"""Two negatives where a plain statement would do.

"Not uncommon" takes two steps to understand, and whoever misses one of them reads the opposite. Only English text is
looked at; on a site in another language this rule stays silent.

Can be wrong when: the exact shade matters, and saying it plainly would claim more than the source does.

Say it positively.

Bad:  `It is not uncommon to feel this way.`
Good: `Many people feel this way.`
"""

from collections.abc import Iterator, Mapping

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.language.better_words import BetterWords

_NOT = {
    "common": "not uncommon; not an uncommon; not unusual; not infrequent; not infrequently; not unheard of",
    "likely": "not unlikely; not improbable",
    "possible": "not impossible; not infeasible",
    "often": "not rarely; not seldom",
    "important": "not unimportant; not insignificant; not negligible; not immaterial; not irrelevant",
    "can": "not unable to; not incapable of; is not unable; cannot not; can not not",
    "with": "not without; never without",
    "normal": "not abnormal; not atypical",
    "necessary": "not unnecessary; not dispensable",
    "safe": "not unsafe",
    "helpful": "not unhelpful; not ineffective",
    "pleasant": "not unpleasant",
    "reasonable": "not unreasonable; not unwise; not inadvisable; not inappropriate",
    "clear": "not unclear",
    "like": "not unlike; not dissimilar",
    "known": "not unknown",
    "always": "never fail to; not fail to; do not fail to; not neglect to",
    "remember to": "not forget to; never forget to",
    "keep on with": "not refrain from; never refrain from; not abstain from; do not avoid",
    "have some": "not have no; never have no; not have none; not take no",
    "everybody": "nobody does not; no one does not; nobody cannot; no one cannot; there is nobody who does not",
    "something": "not nothing; never nothing",
}
_VERBS = "is are was were has does do did".split()


def _with_contractions(table: Mapping[str, str]) -> Mapping[str, str]:
    """Add “isn’t uncommon” wherever there is “not uncommon”, with both kinds of apostrophe."""
    return {
        better: "; ".join(form for old in olds.split(";") for form in _forms(old.strip()))
        for better, olds in table.items()
    }


def _forms(old: str) -> Iterator[str]:
    yield old
    if old.startswith("not "):
        yield from (f"{verb}n{mark}t {old[4:]}" for verb in _VERBS for mark in "'’")


_BETTER_WORDS = BetterWords(_with_contractions(_NOT))


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each pair of negatives."""
    return _BETTER_WORDS.find(library, "“{}” says no twice.")


RULE = Rule("LAN203", "double-negative", Severity.WARNING, "Two negatives stand for a plain statement.", check=check)
