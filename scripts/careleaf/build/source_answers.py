"""What is asked about each source, and what is known after an answer or after silence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from careleaf.model.evidence_look import look_in, looked_for, wording_of
from careleaf.model.registry import Registry
from careleaf.model.source import Source
from careleaf.model.source_check import Answer, Outcome, SourceAnswers, Told
from careleaf.model.source_question import Question, questions, suggestions

_KEEP_DAYS = 7
"""A good answer is kept so long: a retraction shows within the week, and a daily run asks for little."""
_KEEP_NEGATIVE_DAYS = 2
_ENOUGH_PASSES = 3
"""A page counts as dead when it was gone on three different days without an answer between them. Only "gone" counts
(status 404 or 410, to HEAD and GET alike): walls, timeouts and names that do not resolve say nothing about the page.
"""
_TEXTUAL = frozenset({Registry.CROSSREF, Registry.DATACITE, Registry.PUBMED, Registry.PMC, Registry.WEB})


class Asker(Protocol):
    """What the flow needs of the registries."""

    def ask(self, question: Question, today: date) -> Told:
        """Return the answer of one registry."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was asked."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Wish:
    """What one run wants of a source."""

    today: date
    """The day of the clock."""
    everything: bool = False
    """Ask what is not due as well."""
    copy: bool = False
    """Ask for an archived copy even while the page is there."""


def ask_about(source: Source, known: SourceAnswers, wish: Wish, asker: Asker) -> Iterator[Asked]:
    """Ask what is due about one source, one registry after the other; earlier answers are those about it as it is."""
    answers = dict(known.about(source))
    for first, asked in questions(source).items():
        registry: Registry | None = first
        while registry is not None:
            yield from _ask(registry, asked, source, answers, wish, asker)
            registry = registry.next if answers[registry].outcome is Outcome.NOT_HELD else None
    page = answers.get(Registry.WEB)
    if wish.copy or (page and page.outcome in {Outcome.GONE, Outcome.DOUBTFUL}):
        for registry, asked in suggestions(source).items():
            yield from _ask(registry, asked, source, answers, wish, asker)


def _ask(
    registry: Registry, asked: str, source: Source, answers: dict[Registry, Answer], wish: Wish, asker: Asker
) -> Iterator[Asked]:
    """Ask one registry, unless its last answer still holds."""
    last = answers.get(registry)
    if last is None or wish.everything or is_due(registry, last, source, wish.today):
        question = Question(registry, asked, source.accessed, bool(looked_for(source.evidence)))
        answers[registry] = _with_looks(asker.ask(question, wish.today), source)
        yield Asked(question, answers[registry])


def is_due(registry: Registry, answer: Answer, source: Source, today: date) -> bool:
    """Tell whether a question is to be asked again: after a week, "not there" after two days, silence at once."""
    if answer.tried_on:
        return True
    days = (today - answer.checked_on).days
    is_good = answer.outcome in {Outcome.FOUND, Outcome.MOVED}
    if days < 0 or days >= (_KEEP_DAYS if is_good else _KEEP_NEGATIVE_DAYS):
        return True
    return is_good and registry in _TEXTUAL and not _has_looked(answer, source)


def merged(before: Answer | None, now: Answer) -> Answer:
    """Return what is known after one more attempt: silence leaves the last answer, with its date, as it was."""
    if before is None:
        return now
    if now.outcome is Outcome.UNCHECKED:
        if before.outcome is Outcome.UNCHECKED:
            return replace(now, checked_on=before.checked_on)
        return replace(before, tried_on=now.tried_on, why=now.why)
    if now.checked_on < before.checked_on:  # from the cache
        return replace(before, looks=now.looks)
    if now.outcome is Outcome.GONE and before.outcome is Outcome.GONE:
        days = sorted({*before.gone_on, *now.gone_on})
        return replace(now, gone_on=tuple(days[:_ENOUGH_PASSES]))
    if now.fingerprint and before.fingerprint:
        changed = now.fingerprint != before.fingerprint
        return replace(now, changed_on=now.checked_on if changed else before.changed_on)
    return replace(now, fingerprint=now.fingerprint or before.fingerprint, changed_on=before.changed_on)


def answers_after(known: SourceAnswers, source: Source, asked: Iterable[Asked]) -> SourceAnswers:
    """Return all that is known about a source; answers about what its record no longer says are let go."""
    answers = dict(known.about(source))
    for one in asked:
        answers[one.question.registry] = merged(answers.get(one.question.registry), one.answer)
    holder = next((r for r in Registry if r.next and r in answers and answers[r].outcome is Outcome.FOUND), None)
    while holder is not None and (holder := holder.next) is not None:
        answers.pop(holder, None)  # asked only as long as no registry before it held the DOI
    return SourceAnswers(**{registry.value: answer for registry, answer in answers.items()})


def _with_looks(told: Told, source: Source) -> Answer:
    if told.answer.outcome not in {Outcome.FOUND, Outcome.MOVED} or told.answer.copy:
        return told.answer
    return replace(told.answer, looks=look_in(told.text, source.evidence, whole=told.is_whole))


def _has_looked(answer: Answer, source: Source) -> bool:
    wanted = {wording_of(evidence) for evidence in looked_for(source.evidence).values()}
    return wanted <= {look.wording for look in answer.looks}
