"""Replies that are kept from run to run."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from careleaf.build.answer_cache import AnswerCache, Recall
from careleaf.model.registry import Registry
from careleaf.model.source_check import Outcome
from careleaf.model.source_question import Question
from careleaf.registries.all_registries import Addresses, Registries
from careleaf.registries.client import Client
from careleaf.registries.reply import Reply, question_of
from tests.registries.conftest import NOW, Stage, played

DAY = date(2026, 11, 23)


def reply(status: int, received_on: date = DAY) -> Reply:
    return Reply(status, {"content-type": "text/html"}, b"body", "https://a.test/", received_on, moved_for_good=True)


@pytest.mark.parametrize(
    ("status", "days", "known"),
    [(200, 6, True), (200, 7, False), (404, 1, True), (404, 2, False), (410, 1, True), (200, -1, False)]
    + [(status, 0, False) for status in (301, 400, 401, 403, 429, 500, 503)],
)
def test_a_reply_lives_as_long_as_its_kind(tmp_path: Path, status: int, days: int, known: bool) -> None:
    file = tmp_path / ".cache/answers.sqlite"
    with closing(AnswerCache(file, DAY)) as cache:
        cache.keep("GET https://a.test/", reply(status))
    with closing(AnswerCache(file, DAY + timedelta(days=days))) as cache:
        assert cache.recall("GET https://a.test/") == (reply(status) if known else None)


def test_a_replay_takes_old_replies_and_a_fresh_run_none(tmp_path: Path) -> None:
    file = tmp_path / "answers.sqlite"
    for recall, known in ((Recall.ANY, True), (Recall.YOUNG, False), (Recall.NONE, False)):
        with closing(AnswerCache(file, DAY + timedelta(days=90), recall)) as cache:
            cache.keep("q", reply(200))
            assert (cache.recall("q") is not None) is known


@pytest.mark.parametrize("content", [b"no table at all" * 100, b"SQLite format 3\0" + b"x" * 5_000])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "answers.sqlite"
    file.write_bytes(content)
    with closing(AnswerCache(file, DAY)) as cache:
        cache.keep("q", reply(200))
        assert cache.recall("q") == reply(200)


def test_a_cache_that_cannot_be_written_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file in its way")
    with closing(AnswerCache(tmp_path / ".cache/answers.sqlite", DAY)) as cache:
        cache.keep("q", reply(200))
        assert cache.recall("q") is None


def test_neither_contact_nor_key_is_what_a_question_is_known_by() -> None:
    asked = "https://a.test/x?db=pubmed&id=1&api_key=secret&email=a%40b.test&mailto=a%40b.test&tool=careleaf"
    assert question_of("GET", asked) == "GET https://a.test/x?db=pubmed&id=1"


def client_with(cache: AnswerCache, *, replay: bool = False) -> Client:
    return Client("test", lambda: 0.0, lambda _s: None, lambda: NOW, lambda _ip: True, memory=cache, replay=replay)


def registries_of(client: Client, stage: Stage) -> Registries:
    here = stage.base
    return Registries(client, "web@clinic.test", "secret-key", Addresses(here, here, here, here, here, here))


HANDLE = "/api/handles/10.1000/x"


def test_a_reply_is_asked_for_once_and_replayed_with_its_day(tmp_path: Path, stage: Stage) -> None:
    stage.play(HANDLE, played(200, '{"responseCode": 1}'))
    question = Question(Registry.DOI_ORG, "10.1000/x", DAY)
    later = DAY + timedelta(days=60)
    for recall, replay in ((Recall.YOUNG, False), (Recall.ANY, True)):
        with closing(AnswerCache(tmp_path / "a.sqlite", DAY if not replay else later, recall)) as cache:
            client = client_with(cache, replay=replay)
            answer = registries_of(client, stage).ask(question, later).answer
            client.close()
        assert (answer.outcome, answer.checked_on) == (Outcome.FOUND, DAY)
    assert len(stage.asked) == 1
    assert b"secret-key" not in (tmp_path / "a.sqlite").read_bytes()


def test_nonsense_is_not_kept(tmp_path: Path, stage: Stage) -> None:
    stage.play(HANDLE, played(200, "<html>"), played(200, '{"responseCode": 1}'))
    with closing(AnswerCache(tmp_path / "a.sqlite", DAY)) as cache:
        client = client_with(cache)
        asked = [registries_of(client, stage).ask(Question(Registry.DOI_ORG, "10.1000/x", DAY), DAY) for _ in range(2)]
        client.close()
    assert [told.answer.outcome for told in asked] == [Outcome.UNCHECKED, Outcome.FOUND]


def test_a_replay_asks_nobody(tmp_path: Path, stage: Stage) -> None:
    with closing(AnswerCache(tmp_path / "a.sqlite", DAY, Recall.ANY)) as cache:
        client = client_with(cache, replay=True)
        answer = registries_of(client, stage).ask(Question(Registry.WEB, f"{stage.base}/legs", DAY), DAY).answer
        client.close()
    assert (answer.outcome, answer.why) == (Outcome.UNCHECKED, "no answer is kept from an earlier run")
    assert stage.asked == []
