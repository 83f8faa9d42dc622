"""What is kept is what was put there, or nothing."""

import os
from pathlib import Path

import pytest

from careleaf.build.store import Store

KEY = "ab" + "0" * 62
OTHER = "ab" + "1" * 62


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept").open()


def entry(store: Store, key: str = KEY) -> Path:
    assert store.folder is not None
    return store.folder / key[:2] / key[2:]


@pytest.mark.parametrize("content", [b"", b"words", b"\n\n", bytes(range(256)) * 1000])
def test_content_comes_back_as_it_was_put(store: Store, content: bytes) -> None:
    assert store.put(KEY, content)
    assert store.get(KEY) == content


@pytest.mark.parametrize("keep", [0, 10, 100, -1])
def test_a_truncated_entry_counts_as_none_and_is_removed(store: Store, keep: int) -> None:
    store.put(KEY, b"take 5 mg" * 100)
    entry(store).write_bytes(entry(store).read_bytes()[:keep])
    assert store.get(KEY) is None
    assert not entry(store).exists()


def test_a_changed_byte_is_seen(store: Store) -> None:
    store.put(KEY, b"take 5 mg")
    entry(store).write_bytes(entry(store).read_bytes().replace(b"5 mg", b"9 mg"))
    assert store.get(KEY) is None


def test_an_entry_moved_to_another_key_is_foreign(store: Store) -> None:
    store.put(OTHER, b"another page")
    entry(store, OTHER).rename(entry(store))
    assert store.get(KEY) is None


def test_a_file_somebody_else_wrote_counts_as_none(store: Store) -> None:
    entry(store).parent.mkdir(parents=True)
    entry(store).write_bytes(b"cos\nsystem\n(S'echo hello'\ntR.")
    assert store.get(KEY) is None


def test_a_folder_in_the_place_of_an_entry_costs_speed_only(store: Store) -> None:
    entry(store).mkdir(parents=True)
    assert store.get(KEY) is None
    assert not store.put(KEY, b"words")


def test_a_file_in_the_place_of_the_whole_folder_costs_speed_only(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("somebody's notes")
    store = Store(tmp_path / "kept").open()
    assert not store.put(KEY, b"words")
    assert store.get(KEY) is None
    store.tidy()
    assert (tmp_path / "kept").read_text() == "somebody's notes"


def test_the_entries_longest_unused_go_first(tmp_path: Path) -> None:
    store = Store(tmp_path, largest=5_000)
    keys = [f"{number:02x}" + "0" * 62 for number in range(10)]
    for day, key in enumerate(keys):
        store.put(key, b"x" * 900)
        os.utime(entry(store, key), (day, day))
    store.touch(keys[0])
    store.tidy()
    assert [key for key in keys if store.get(key)] == [keys[0], *keys[8:]]


def test_git_and_backups_pass_by(store: Store) -> None:
    assert store.folder is not None
    assert (store.folder / ".gitignore").read_text() == "*\n"
    assert (store.folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
