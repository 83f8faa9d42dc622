"""The flow: what is asked, what is kept, and what readers are told."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.build.source_answers import Asker, is_due, merged
from careleaf.build.source_run import Request
from careleaf.build.source_verification import verify_sources
from careleaf.cli import verify_sources as command
from careleaf.cli.main import main
from careleaf.model.errors import ConfigError
from careleaf.model.hidden import HIDDEN
from careleaf.model.registry import Registry
from careleaf.model.source import Source, SourceKind, SourceStatus
from careleaf.model.source_check import Answer, AnswerRegister, Notice, NoticeKind, Outcome, SourceAnswers, Told
from careleaf.model.source_question import Question
from careleaf.reading.source_lock import parse_source_lock, source_lock_text
from tests.conftest import SiteMaker

DAY = date(2026, 11, 23)
GOOD = Answer("10.1000/test", Outcome.FOUND, DAY, "A survey of tests", years=("2024",))
SILENT = Answer("10.1000/test", Outcome.UNCHECKED, DAY, tried_on=DAY, why="a timeout")
RETRACTED = Answer(
    "10.1000/test", Outcome.FOUND, DAY, "A survey of tests", notices=(Notice(NoticeKind.RETRACTION, "retraction"),)
)


SURVEY = Source(SourceKind.PRIMARY_STUDY, "article-journal", "A survey of tests", DAY, SourceStatus.CURRENT)


class Playing:
    """Registries that give one answer."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[Registry, str]] = []

    def ask(self, question: Question, today: date) -> Told:
        self.asked.append((question.registry, question.asked))
        return Told(self.answers.pop(0))


def lock_of(settings: Path) -> Path:
    return settings.parent / "docs/_data/sources.lock"


def test_an_answer_is_kept_and_told_to_readers(make_site: SiteMaker) -> None:
    settings = make_site()
    done = verify_sources(settings, Request(DAY), lambda *_: Playing(GOOD))
    assert (done.asked, done.unanswered, done.needs_action) == (1, {}, False)
    assert main(["build", "-f", str(settings), "--date", "2026-11-23"]) == 0
    html = (settings.parent / "site/sleep/index.html").read_text()
    assert "Checked with Crossref on 23 November 2026: it exists and has not been retracted." in html


def test_a_retraction_holds_back_the_pages_that_rest_on_the_work(make_site: SiteMaker) -> None:
    settings = make_site()
    assert verify_sources(settings, Request(DAY), lambda *_: Playing(RETRACTED)).needs_action
    main(["build", "-f", str(settings), "--date", "2026-11-23"])
    html = (settings.parent / "site/sleep/index.html").read_text()
    assert "A source was taken back" in html
    assert "40% said" not in html


def test_silence_is_never_an_answer(make_site: SiteMaker) -> None:
    settings = make_site()
    done = verify_sources(settings, Request(DAY), lambda *_: Playing(SILENT))
    assert done.unanswered == {"test-survey (Crossref)": "a timeout"}
    main(["build", "-f", str(settings), "--date", "2026-11-23"])
    assert "Not yet checked" in (settings.parent / "site/sleep/index.html").read_text()


def test_what_crossref_does_not_hold_is_asked_of_datacite_and_then_of_doi_org(make_site: SiteMaker) -> None:
    missing = Answer("10.1000/test", Outcome.MISSING, DAY)
    not_held = Answer("10.1000/test", Outcome.NOT_HELD, DAY)
    playing = Playing(not_held, not_held, missing)
    done = verify_sources(make_site(), Request(DAY), lambda *_: playing)
    assert [registry for registry, _ in playing.asked] == [Registry.CROSSREF, Registry.DATACITE, Registry.DOI_ORG]
    assert [found.rule.code for found in done.report.errors] == ["SRC301"]


def test_a_good_answer_is_not_asked_for_again_within_a_week(make_site: SiteMaker) -> None:
    settings = make_site()
    verify_sources(settings, Request(DAY), lambda *_: Playing(GOOD))
    before = lock_of(settings).read_bytes()
    playing = Playing()
    verify_sources(settings, Request(DAY + timedelta(days=6)), lambda *_: playing)
    assert playing.asked == []
    assert lock_of(settings).read_bytes() == before


def test_only_asks_about_one_source_and_names_one_it_does_not_know(make_site: SiteMaker) -> None:
    settings = make_site()
    assert verify_sources(settings, Request(DAY, "test-survey"), lambda *_: Playing(GOOD)).asked == 1
    assert verify_sources(settings, Request(DAY, "test-survey"), lambda *_: Playing(GOOD)).asked == 1
    with pytest.raises(ConfigError, match="no source `other`"):
        verify_sources(settings, Request(DAY, "other"), lambda *_: Playing())


def test_what_was_learnt_before_a_stop_is_kept(make_site: SiteMaker) -> None:
    settings = make_site()
    source = settings.parent / "docs/_data/sources"
    (source / "zz.yml").write_text((source / "test-survey.yml").read_text().replace("10.1000/test", "10.1000/zz"))

    class Stopped(Playing):
        def ask(self, question: Question, today: date) -> Told:
            if not self.answers:
                raise KeyboardInterrupt
            return super().ask(question, today)

    with pytest.raises(KeyboardInterrupt):
        verify_sources(settings, Request(DAY), lambda *_: Stopped(GOOD))
    assert '"test-survey":' in lock_of(settings).read_text()


def test_silence_leaves_the_last_answer_with_its_date() -> None:
    later = merged(GOOD, Answer(GOOD.asked, Outcome.UNCHECKED, DAY, tried_on=DAY, why="a timeout"))
    assert (later.outcome, later.checked_on, later.why) == (Outcome.FOUND, GOOD.checked_on, "a timeout")
    assert is_due(Registry.DOI_ORG, later, SURVEY, DAY)


def test_a_page_counts_as_gone_once_a_day_and_a_good_answer_resets_it() -> None:
    def gone(day: int) -> Answer:
        return Answer("https://a.test/", Outcome.GONE, date(2026, 11, day), gone_on=(date(2026, 11, day),))

    assert len(merged(merged(gone(1), gone(1)), gone(2)).gone_on) == 2
    assert len(merged(merged(merged(gone(1), gone(2)), gone(3)), gone(4)).gone_on) == 3
    assert merged(gone(1), GOOD).gone_on == ()


@pytest.mark.parametrize(
    ("damage", "line"),
    [("<<<<<<< ours\n", 1), ('"a": {}\n', 1), ('"a":\n  crossref: yes\n', 1), ('"a":\n  other: {}\n', 1)],
)
def test_a_damaged_block_is_a_finding_and_costs_no_other_its_answers(damage: str, line: int) -> None:
    good = source_lock_text(AnswerRegister({"test-survey": SourceAnswers(GOOD)}))
    register, faults = parse_source_lock(damage + good, "docs/_data/sources.lock")
    assert list(register.sources) == ["test-survey"]
    assert [fault.finding.location.line for fault in faults] == [line]
    assert "is damaged" in faults[0].finding.message


printable = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=40).filter(
    lambda text: not HIDDEN.search(text)
)


@given(key=printable.filter(bool), title=printable, why=printable)
def test_what_is_written_is_read_again(key: str, title: str, why: str) -> None:
    answer = Answer("10.1/x", Outcome.GONE, DAY, title, why=why, gone_on=(DAY,), notices=RETRACTED.notices)
    register = AnswerRegister({key: SourceAnswers(web=answer), "b": SourceAnswers(pubmed=GOOD)})
    assert parse_source_lock(source_lock_text(register), "sources.lock") == (register, [])


@pytest.mark.parametrize(("answer", "code"), [(GOOD, 0), (RETRACTED, 1), (SILENT, 2)])
def test_the_command_says_what_is_open(
    make_site: SiteMaker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: Answer,
    code: int,
) -> None:
    def playing(*_: object, **_ignored: object) -> Asker:
        return Playing(answer)

    monkeypatch.setattr(command, "open_registries", playing)
    assert main(["sources", "-f", str(make_site()), "verify"]) == code
    assert ("Incomplete: 1 without an answer" in capsys.readouterr().err) is (answer is SILENT)


def test_without_the_extra_the_command_says_what_to_install(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "careleaf.registries.all_registries", None)
    assert main(["sources", "-f", str(make_site()), "verify"]) == 2
    assert "careleaf[online]" in capsys.readouterr().err


TOLD = "A survey that said 40% sleep badly was later retracted.[@test-survey#sleep]"


@pytest.mark.parametrize(
    ("reason", "sentence", "published"),
    [
        ("Readers may have heard of it.", TOLD, True),
        ("Readers may have heard of it.", TOLD.replace(" was later retracted", ""), False),
        ("", TOLD, False),
    ],
)
def test_a_page_that_says_its_source_was_retracted_goes_out(
    make_site: SiteMaker, reason: str, sentence: str, published: bool
) -> None:
    settings = make_site()
    source, page = (settings.parent / "docs" / path for path in ("_data/sources/test-survey.yml", "sleep/index.md"))
    acknowledged = f"retraction_acknowledged: {reason}\n" if reason else ""
    source.write_text(source.read_text().replace("status: current\n", f"status: retracted\n{acknowledged}"))
    page.write_text(
        page.read_text().replace("In a survey of 200 people, 40% said they slept badly.[@test-survey#sleep]", sentence)
    )
    help_page = settings.parent / "docs/sleep/get-help.md"
    help_page.write_text(help_page.read_text().replace("[@test-survey]", ""))
    main(["build", "-f", str(settings), "--date", "2026-11-23"])
    html = (settings.parent / "site/sleep/index.html").read_text()
    assert ("A source was taken back" not in html) is published
    assert ("A survey that said 40%" in html) is published
