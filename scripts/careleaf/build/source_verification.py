"""The online check of sources: asks registries and pages, and keeps their answers in docs/_data/sources.lock."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from careleaf.build.answer_cache import AnswerCache, Recall
from careleaf.build.locking import only_one
from careleaf.build.record_files import replace_file, taken_keys
from careleaf.build.settings import load_settings, root_folder, site_of
from careleaf.build.source_answers import Asker
from careleaf.build.source_run import Request, SourceRun, Step
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library, Site
from careleaf.model.policy import Policy
from careleaf.model.report import Report
from careleaf.model.source_check import AnswerRegister
from careleaf.reading.registers import DATA_FOLDER, Registers, read_registers
from careleaf.reading.source_lock import LOCK_NAME, source_lock_text
from careleaf.registries.reply import Memory
from careleaf.rules.judgement import judge_library
from careleaf.rules.table import rule_weights

CACHE = Path(".cache") / "careleaf-answers.sqlite"
_CHECKED_ONLINE = "SRC3"


@dataclass(frozen=True, slots=True)
class Verification:
    """What one run learnt."""

    report: Report
    asked: int
    answered: int
    """How many of these brought an answer; where none did, the lock is as it was."""
    unanswered: Mapping[str, str]
    """Why a question had no answer, by source and registry."""

    @property
    def is_silent(self) -> bool:
        """Whether nobody answered anything: this machine may not be on the internet."""
        return self.asked > 0 and not self.answered

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
            files = sorted(taken_keys(docs / DATA_FOLDER / "sources"))
            run = SourceRun(asker_for(registers.policy.value, cache), request, registers, files)
            try:
                run.ask([request.only] if request.only else files, tell)
            finally:
                if run.answered or not run.asked:
                    text = source_lock_text(AnswerRegister(run.answers))
                    replace_file(docs / DATA_FOLDER / LOCK_NAME, text, "The earlier answers are as they were.")
    report = online_report(site_of(config), request, registers, AnswerRegister(run.answers))
    return Verification(report, run.asked, run.answered, run.unanswered)


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
