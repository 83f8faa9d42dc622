"""One run through the sources: which are asked about, and what is known after each."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from careleaf.build.source_answers import Asked, Asker, Wish, answers_after, ask_about
from careleaf.model.registry import Registry
from careleaf.model.source_check import Outcome, SourceAnswers
from careleaf.reading.registers import Registers


@dataclass(frozen=True, slots=True)
class Step:
    """Where a run is."""

    number: int
    of: int
    key: str
    """The source that is being asked about."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one run is to do."""

    today: date
    """The day of the clock; answers carry it, so it must not be pinned."""
    only: str = ""
    """The key of the one source to ask about, due or not."""
    replay: bool = False
    """Ask nobody: use the replies of earlier runs alone, however old, so that a run can be repeated."""


class SourceRun:
    """The answers so far; what is stopped in the middle keeps them.

    A source whose record cannot be read keeps its answers, and is named as unanswered.
    """

    def __init__(self, asker: Asker, request: Request, registers: Registers, files: Collection[str]) -> None:
        self.asker = asker
        self.request = request
        self.sources = registers.sources
        self.policy = registers.policy.value
        self.answers = {k: a for k, a in registers.answers.sources.items() if k in files}
        self.unanswered: dict[str, str] = {}
        self.asked = 0
        self.answered = 0

    def ask(self, keys: Sequence[str], tell: Callable[[Step], None]) -> None:
        """Ask about each source that has a readable record."""
        for number, key in enumerate(keys, start=1):
            tell(Step(number, len(keys), key))
            if key in self.sources:
                self._ask_about(key)
            else:
                self.unanswered[key] = "its record cannot be read; `careleaf check` says why"

    def _ask_about(self, key: str) -> None:
        source, known = self.sources[key].value, self.answers.get(key, SourceAnswers())
        wish = Wish(
            self.request.today,
            everything=bool(self.request.only) or self.request.replay,
            copy=source.kind in self.policy.archived_copy_for,
        )
        asked: list[Asked] = []
        try:
            for one in ask_about(source, known, wish, self.asker):
                self._count(key, one)
                if one.answer.outcome is not Outcome.UNCHECKED or not self.request.replay:
                    asked.append(one)
        finally:
            self._keep(key, answers_after(known, source, asked))

    def _count(self, key: str, one: Asked) -> None:
        if one.question.registry is Registry.ARCHIVE:
            return  # it only suggests
        self.asked += 1
        if one.answer.outcome is Outcome.UNCHECKED:
            self.unanswered[f"{key} ({one.question.registry.called})"] = one.answer.why
        else:
            self.answered += 1

    def _keep(self, key: str, answers: SourceAnswers) -> None:
        self.answers.pop(key, None)
        if answers != SourceAnswers():
            self.answers[key] = answers
