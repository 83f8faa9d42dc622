"""The online check of sources: asks registries and pages, and keeps their answers in docs/_data/sources.lock."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careleaf.build.answer_cache import AnswerCache, Recall
from careleaf.build.locking import only_one
from careleaf.build.record_files import replace_file
from careleaf.build.settings import load_settings, root_folder, site_of
from careleaf.build.source_answers import Asker, Wish, answers_after, ask_about
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library, Site
from careleaf.model.policy import Policy
from careleaf.model.report import Report
from careleaf.model.source_check import AnswerRegister, Outcome, SourceAnswers
from careleaf.reading.registers import DATA_FOLDER, Registers, read_registers
from careleaf.reading.source_lock import LOCK_NAME, source_lock_text
from careleaf.registries.reply import Memory
from careleaf.rules.judgement import judge_library
from careleaf.rules.table import rule_weights

CACHE = Path(".cache") / "careleaf-answers.sqlite"
_CHECKED_ONLINE = "SRC3"


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


@dataclass(frozen=True, slots=True)
class Verification:
    """What one run learnt."""

    report: Report
    asked: int
    unanswered: Mapping[str, str]
    """Why a question had no answer, by source and registry."""

    @property
    def needs_action(self) -> bool:
        """Whether there is an error, or a work was taken back: its pages are held back until somebody looks."""
        return bool(self.report.errors) or any(f.rule.name == "retracted-by-registry" for f in self.report.findings)


AskerFor = Callable[[Policy, Memory], Asker]
"""Makes the registries, with the contact from policy and the replies of earlier runs."""


def verify_sources(
    settings: Path, request: Request, asker_for: AskerFor, tell: Callable[[Step], None] = lambda _step: None
) -> Verification:
    """Ask about every source that is due, or about one, and write the lock.

    Raises:
        ConfigError: the settings cannot be used, or there is no such source.
        PublishError: the lock cannot be written.
    """
    config = load_settings(settings)
    docs, root = Path(config.docs_dir), root_folder(config)
    with only_one(root / ".sources.lock", "checking the sources"):
        registers = read_registers(docs, root)
        if request.only and request.only not in registers.sources:
            raise ConfigError(f"There is no source `{request.only}` below {DATA_FOLDER}/sources.")
        with contextlib.closing(AnswerCache(root / CACHE, request.today, _recall(request))) as cache:
            run = _Run(asker_for(registers.policy.value, cache), request, registers)
            try:
                run.ask([request.only] if request.only else sorted(registers.sources), tell)
            finally:
                lock = docs / DATA_FOLDER / LOCK_NAME
                replace_file(
                    lock, source_lock_text(AnswerRegister(run.answers)), "The earlier answers are as they were."
                )
    report = online_report(site_of(config), request, registers, AnswerRegister(run.answers))
    return Verification(report, run.asked, run.unanswered)


def online_report(site: Site, request: Request, registers: Registers, answers: AnswerRegister) -> Report:
    """Return what answers mean for the sources as they are recorded now."""
    chosen = {request.only: registers.sources[request.only]} if request.only else registers.sources
    library = Library(
        site,
        request.today,
        registers.policy,
        registers.published,
        sources=chosen,
        answers=answers,
        register_suppressions=registers.suppressions,
        rule_weights=rule_weights(registers.policy.value),
    )
    judgement = judge_library(library)
    findings = tuple(f for f in judgement.findings if f.rule.code.startswith(_CHECKED_ONLINE))
    allowed = tuple(each for each in judgement.suppressed if each.found.rule.code.startswith(_CHECKED_ONLINE))
    return Report(findings, 0, len(chosen), allowed, rule_pages=registers.policy.value.rule_pages)


def _recall(request: Request) -> Recall:
    if request.replay:
        return Recall.ANY
    return Recall.NONE if request.only else Recall.YOUNG


class _Run:
    """The answers so far; what is stopped in the middle keeps them."""

    def __init__(self, asker: Asker, request: Request, registers: Registers) -> None:
        self.asker = asker
        self.request = request
        self.sources = registers.sources
        self.policy = registers.policy.value
        self.answers = {k: a for k, a in registers.answers.sources.items() if k in self.sources}
        self.unanswered: dict[str, str] = {}
        self.asked = 0

    def ask(self, keys: Sequence[str], tell: Callable[[Step], None]) -> None:
        for number, key in enumerate(keys, start=1):
            tell(Step(number, len(keys), key))
            self._ask_about(key)

    def _ask_about(self, key: str) -> None:
        source, known = self.sources[key].value, self.answers.get(key, SourceAnswers())
        wish = Wish(
            self.request.today,
            everything=bool(self.request.only) or self.request.replay,
            copy=source.kind in self.policy.archived_copy_for,
        )
        asked = []
        try:
            for one in ask_about(source, known, wish, self.asker):
                self.asked += 1
                if one.answer.outcome is Outcome.UNCHECKED:
                    self.unanswered[f"{key} ({one.question.registry.called})"] = one.answer.why
                if one.answer.outcome is not Outcome.UNCHECKED or not self.request.replay:
                    asked.append(one)
        finally:
            self._keep(key, answers_after(known, source, asked))

    def _keep(self, key: str, answers: SourceAnswers) -> None:
        self.answers.pop(key, None)
        if answers != SourceAnswers():
            self.answers[key] = answers
