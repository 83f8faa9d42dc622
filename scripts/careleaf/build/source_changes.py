"""What the registries' answers mean now, held against what they meant before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from careleaf.build.judging import judged_run
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library
from careleaf.model.rule import RuleFinding
from careleaf.model.source_change import SourceChanges, SourceNews, source_changes
from careleaf.model.source_check import AnswerRegister, Outcome, last_word
from careleaf.model.source_question import questions
from careleaf.reading.source_lock import read_source_lock
from careleaf.rules.judgement import judge_library

_ABOUT_ANSWERS = "SRC3"


def changes_since(settings: Path, earlier: Path, today: date) -> SourceChanges:
    """Compare the answers in the site's sources.lock with those of an earlier one, about the records as they are now.

    Args:
        settings: the site's mkdocs.yml.
        earlier: a copy of an earlier sources.lock; one that is not there, or empty, held no answers.
        today: the day ages are held against, for both.

    Raises:
        ConfigError: the settings or one of the two files cannot be used.
    """
    before, faults = read_source_lock(earlier, str(earlier))
    if faults:
        raise ConfigError(f"{faults[0].finding.location}: {faults[0].finding.message}")
    library = judged_run(settings, today).library
    old, now = (_findings(replace(library, answers=answers)) for answers in (before, library.answers))
    return source_changes(old, now, lambda found: _news(found, library), _unanswered(library.answers, library))


def _findings(library: Library) -> list[RuleFinding]:
    return [found for found in judge_library(library).findings if found.rule.code.startswith(_ABOUT_ANSWERS)]


def _news(found: RuleFinding, library: Library) -> SourceNews:
    path = found.finding.location.path
    key = next((key for key, source in library.sources.items() if source.location.path == path), None)
    if key is None:
        return SourceNews(found, PurePosixPath(path).name, ())
    pages = tuple(page.path for page in library.pages if key in page.body.cited_sources)
    return SourceNews(found, f"{key}: {library.sources[key].value.title}", pages)


def _unanswered(answers: AnswerRegister, library: Library) -> Mapping[str, str]:
    open_questions = {}
    for key, source in library.sources.items():
        known = answers.about(key, source.value)
        for registry in questions(source.value):
            answer = last_word(known, registry)
            if answer is None or answer.outcome is Outcome.UNCHECKED or answer.tried_on:
                open_questions[f"{key} ({registry.called})"] = answer.why if answer else "it was never asked"
    return open_questions
