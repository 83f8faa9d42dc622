"""The online check of sources: asks registries and pages, and keeps their answers in docs/_data/sources.lock."""

import contextlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from careleaf.build.disk import disk_refusals
from careleaf.build.locking import only_one
from careleaf.build.settings import load_settings, root_folder, site_of
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library
from careleaf.model.policy import Policy
from careleaf.model.record import Record
from careleaf.model.report import Report
from careleaf.model.source import Source
from careleaf.model.source_check import Answer, AnswerRegister, Outcome, Registry, SourceAnswers, questions
from careleaf.reading.registers import DATA_FOLDER, Registers, read_registers
from careleaf.reading.source_lock import LOCK_NAME, source_lock_text
from careleaf.rules.table import check_library

_KEEP_DAYS = 7
"""A good answer is kept so long: a retraction shows within the week, and a daily run asks for little."""
_ENOUGH_PASSES = 3
_CHECKED_ONLINE = "SRC3"


class Asker(Protocol):
    """What the flow needs of the registries."""

    def ask(self, registry: Registry, asked: str, today: date) -> Answer:
        """Return the answer of one registry."""


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


def verify_sources(
    settings: Path,
    today: date,
    asker_for: Callable[[Policy], Asker],
    only: str = "",
    tell: Callable[[str], None] = lambda _doing: None,
) -> Verification:
    """Ask about every source that is due, or about one, and write the lock.

    Args:
        settings: the site's mkdocs.yml.
        today: the day of the clock; answers carry it, so it must not be pinned.
        asker_for: makes the registries, with the contact from policy.
        only: the key of the one source to ask about, due or not.
        tell: is told what is being done.

    Raises:
        ConfigError: the settings cannot be used, or there is no such source.
        PublishError: the lock cannot be written.
    """
    config = load_settings(settings)
    docs, root = Path(config.docs_dir), root_folder(config)
    with only_one(root / ".sources.lock", "checking the sources"):
        registers = read_registers(docs, root)
        if only and only not in registers.sources:
            raise ConfigError(f"There is no source `{only}` below {DATA_FOLDER}/sources.")
        run = _Run(asker_for(registers.policy.value), today, registers)
        try:
            run.ask([only] if only else sorted(registers.sources), tell, everything=bool(only))
        finally:
            _write(docs / DATA_FOLDER / LOCK_NAME, source_lock_text(AnswerRegister(run.answers)))
    library = Library(
        site_of(config),
        today,
        registers.policy,
        registers.published,
        sources={only: registers.sources[only]} if only else registers.sources,
        answers=AnswerRegister(run.answers),
    )
    findings = tuple(f for f in check_library(library) if f.rule.code.startswith(_CHECKED_ONLINE))
    return Verification(Report(findings, 0, len(library.sources)), run.asked, run.unanswered)


class _Run:
    """The answers so far; what is stopped in the middle keeps them."""

    def __init__(self, asker: Asker, today: date, registers: Registers) -> None:
        self.asker = asker
        self.today = today
        self.sources: Mapping[str, Record[Source]] = registers.sources
        self.answers = {k: a for k, a in registers.answers.sources.items() if k in self.sources}
        self.unanswered: dict[str, str] = {}
        self.asked = 0

    def ask(self, keys: list[str], tell: Callable[[str], None], *, everything: bool) -> None:
        for number, key in enumerate(keys, start=1):
            source = self.sources[key].value
            known = self.answers.get(key, SourceAnswers()).about(source)
            due = [r for r in questions(source) if everything or is_due(known.get(r), self.today)]
            if due:
                tell(f"Checking source {number} of {len(keys)}: {key}")
            fresh = {registry: self._ask(key, registry, source, known) for registry in due}
            if (said := fresh.get(Registry.CROSSREF)) and said.outcome is Outcome.NOT_HELD:
                fresh[Registry.DOI_ORG] = self._ask(key, Registry.DOI_ORG, source, known)
            elif said and said.outcome is Outcome.FOUND:
                known = {r: a for r, a in known.items() if r is not Registry.DOI_ORG}
            self._keep(key, {**known, **fresh})

    def _ask(self, key: str, registry: Registry, source: Source, known: Mapping[Registry, Answer]) -> Answer:
        asked = source.doi if registry is Registry.DOI_ORG else questions(source)[registry]
        self.asked += 1
        answer = self.asker.ask(registry, asked, self.today)
        if answer.outcome is Outcome.UNCHECKED:
            self.unanswered[f"{key} ({registry.called})"] = answer.why
        return merged(known.get(registry), answer)

    def _keep(self, key: str, answers: Mapping[Registry, Answer]) -> None:
        self.answers.pop(key, None)
        if answers:
            self.answers[key] = SourceAnswers(**{registry.value: answer for registry, answer in answers.items()})


def is_due(answer: Answer | None, today: date) -> bool:
    """Tell whether a question is to be asked: a good answer holds a week, any other a day."""
    if answer is None or answer.tried_on:
        return True
    days = (today - answer.checked_on).days
    return days < 0 or days >= (_KEEP_DAYS if answer.outcome in {Outcome.FOUND, Outcome.MOVED} else 1)


def merged(before: Answer | None, now: Answer) -> Answer:
    """Return what is known after one more attempt: silence leaves the last answer, with its date, as it was."""
    if before is None:
        return now
    if now.outcome is Outcome.UNCHECKED:
        if before.outcome is Outcome.UNCHECKED:
            return replace(now, checked_on=before.checked_on)
        return replace(before, tried_on=now.tried_on, why=now.why)
    if now.outcome is Outcome.GONE and before.outcome is Outcome.GONE:
        days = sorted({*before.gone_on, *now.gone_on})
        return replace(now, gone_on=tuple(days[:_ENOUGH_PASSES]))
    return now


def _write(file: Path, text: str) -> None:
    """Put the lock in its place in one step; a lock that says the same stays untouched."""
    if file.exists() and file.read_bytes() == text.encode():
        return
    fresh = file.with_name(f".{LOCK_NAME}.next")
    try:
        with disk_refusals(str(file), "The earlier answers are as they were."):
            file.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(file)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
