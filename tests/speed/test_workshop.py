"""The workshop gives the same bytes wherever and whenever they are made."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest

from careleaf.build.store import Store
from careleaf.build.workshop import Task, Workshop
from careleaf.model.errors import RenderError

made: list[bytes] = []


def shout(content: bytes) -> bytes:
    made.append(content)
    return content.upper()


def process(content: bytes) -> bytes:
    return b"%d" % os.getpid()


def refuse(content: bytes) -> bytes:
    raise RenderError(f"{content.decode()} has no form on paper")


def die(_content: bytes) -> bytes:
    os._exit(9)


SHOUT = Task("shout", shout)


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    made.clear()
    yield
    made.clear()


def words(count: int) -> list[bytes]:
    return [f"word {number}".encode() for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 300])
def test_results_come_in_the_order_of_the_inputs(tmp_path: Path, count: int) -> None:
    expected = [word.upper() for word in words(count)]
    with ThreadPoolExecutor(3) as executor:
        for workshop in (
            Workshop(Store(None)),
            Workshop(Store(tmp_path)),
            Workshop(Store(None), lambda: executor),
            Workshop(Store(tmp_path / "other"), lambda: executor),
        ):
            assert list(workshop.each(SHOUT, iter(words(count)), count)) == expected


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    for _ in range(3):
        assert Workshop(Store(tmp_path)).one(SHOUT, b"word") == b"WORD"
    assert made == [b"word"]


def test_two_tasks_never_share_a_result(tmp_path: Path) -> None:
    workshop = Workshop(Store(tmp_path))
    assert workshop.one(SHOUT, b"word") == b"WORD"
    assert workshop.one(Task("whisper", bytes.lower), b"word") == b"word"


def test_what_was_kept_by_other_code_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workshop(Store(tmp_path)).one(SHOUT, b"word")
    monkeypatch.setattr("careleaf.build.workshop.tool_fingerprint", lambda: "another version")
    Workshop(Store(tmp_path)).one(SHOUT, b"word")
    assert made == [b"word", b"word"]


@pytest.mark.parametrize("keeps", [True, False])
def test_what_was_begun_ahead_is_not_made_again(tmp_path: Path, *, keeps: bool) -> None:
    with ThreadPoolExecutor(2) as executor:
        workshop = Workshop(Store(tmp_path if keeps else None), lambda: executor)
        for _ in range(2):
            workshop.begin(SHOUT, b"word")
        assert list(workshop.each(SHOUT, [b"word", b"other"], 2)) == [b"WORD", b"OTHER"]
    assert sorted(made) == [b"other", b"word"]


def test_what_is_fed_is_begun_a_few_at_a_time(tmp_path: Path) -> None:
    asked: list[bytes] = []

    def inputs() -> Iterator[bytes]:
        for number in range(20):
            asked.append(b"%d" % number)
            yield asked[-1]

    stopped = Event()
    with ThreadPoolExecutor(1) as executor:
        executor.submit(stopped.wait)
        workshop = Workshop(Store(tmp_path), lambda: executor, ahead=3)
        workshop.feed(SHOUT, inputs())
        workshop.here(SHOUT, b"here")
        assert len(asked) == 3
        stopped.set()
        assert list(workshop.each(SHOUT, [b"2"], 1)) == [b"2"]
        workshop.here(SHOUT, b"and here")
        assert len(asked) > 3
    Workshop(Store(tmp_path)).feed(SHOUT, iter(lambda: pytest.fail("nobody works ahead here"), b""))


def test_renewed_workers_begin_anew_and_give_the_same(tmp_path: Path) -> None:
    with ExitStack() as running:
        workshop = Workshop(Store(tmp_path), lambda: running.enter_context(ProcessPoolExecutor(1)))
        before = workshop.one(Task("process", process), b"before")
        assert workshop.one(Task("process", process), b"same") == before
        workshop.renew()
        assert workshop.one(Task("process", process), b"after") != before


def test_a_refusal_in_a_worker_is_the_same_refusal_here(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as executor:
        workshop = Workshop(Store(tmp_path), lambda: executor)
        workshop.begin(Task("refuse", refuse), b"<marquee>")
        with pytest.raises(RenderError, match="<marquee> has no form on paper"):
            workshop.one(Task("refuse", refuse), b"<marquee>")


def test_a_worker_that_dies_is_one_clear_message(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as executor:
        workshop = Workshop(Store(tmp_path), lambda: executor)
        with pytest.raises(RenderError, match=r"ended without a word \(print-handout\).*--jobs 1"):
            list(workshop.each(Task("print-handout", die), words(3), 3))
