"""What lies in a drawer is what was put there, whether the disk has room or not."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.build.drawer import Drawer, Kept


@given(st.lists(st.binary(max_size=200)))
def test_everything_put_away_is_found_again(contents: list[bytes]) -> None:
    drawer = Drawer()
    places = [drawer.put(content) for content in contents]
    assert [drawer.take(place) for place in reversed(places)] == contents[::-1]


def test_a_drawer_leaves_no_file_in_its_folder(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path)
    place = drawer.put(b"words")
    assert drawer.take(place) == b"words"
    assert not isinstance(place, bytes)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_no_hindrance(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path / "gone")
    assert drawer.take(drawer.put(b"words")) == b"words"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_costs_memory_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    full = Path("/dev/full").open("r+b", buffering=0)  # noqa: SIM115  # the drawer closes it
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: full)
    drawer = Drawer()
    assert [drawer.take(drawer.put(content)) for content in (b"one", b"two")] == [b"one", b"two"]


def test_of_things_by_name_those_looked_at_last_are_at_hand() -> None:
    read: list[bytes] = []

    def decode(content: bytes) -> object:
        read.append(content)
        return json.loads(content)

    kept = Kept(Drawer(), decode, 2)
    for name in ("a", "b", "c"):
        kept.put(name, json.dumps(name).encode())
    assert (list(kept), len(kept), "c" in kept, "d" in kept, read) == (["a", "b", "c"], 3, True, False, [])
    assert [kept[name] for name in ("a", "a", "b", "a", "c", "a", "b")] == ["a", "a", "b", "a", "c", "a", "b"]
    assert read == [b'"a"', b'"b"', b'"c"', b'"b"']
    assert kept.get("d") is None
    kept.put("b", b'"other"')
    assert kept["b"] == "other"
