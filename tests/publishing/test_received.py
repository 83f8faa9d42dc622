"""`careleaf verify-release`: a receiver sees what was changed, lost or added, and a hostile copy does nothing."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from careleaf.channels.exports.file_list import is_safe_path
from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, write_file


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released")
    for path, content in MINIMAL_SITE.items():
        write_file(folder / path, content)
    assert main(["release", "-f", str(folder / "mkdocs.yml"), "--date", "2026-11-23"]) == 0
    return folder / "site"


@pytest.fixture
def copy(released: Path, tmp_path: Path) -> Path:
    shutil.copytree(released, tmp_path / "copy")
    return tmp_path / "copy"


def rezip(source: Path, target: Path, changes: dict[str, bytes | None]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name] or b"")
    return target


def verify(place: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    capsys.readouterr()
    code = main(["verify-release", str(place)])
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return code, told.out.splitlines(), told.err


def test_an_untouched_copy_is_whole(released: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(copy, capsys)[:2] == (0, [])
    assert verify(released / "exports/offline-site.zip", capsys)[:2] == (0, [])


def test_what_was_changed_lost_or_added_is_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = copy / "sleep/index.html"
    page.write_bytes(page.read_bytes().replace(b"40%", b"41%"))
    (copy / "handouts/sleep.pdf").unlink()
    write_file(copy / "assets/tracker.js", "")
    assert verify(copy, capsys)[:2] == (
        1,
        ["changed: sleep/index.html", "missing: handouts/sleep.pdf", "extra: assets/tracker.js"],
    )


def test_a_changed_archive_is_named_too(released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {"sleep/index.html": b"other", "handouts/sleep.pdf": None, "new.html": b""}
    changed = rezip(released / "exports/offline-site.zip", tmp_path / "changed.zip", changes)
    assert verify(changed, capsys)[:2] == (
        1,
        ["changed: sleep/index.html", "missing: handouts/sleep.pdf", "extra: new.html"],
    )


def test_a_list_and_its_checksums_have_to_agree(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sums = copy / "SHA256SUMS"
    sums.write_text(sums.read_text().replace("  index.html", "  home.html"))
    assert verify(copy, capsys)[:2] == (1, ["changed: SHA256SUMS"])


def test_a_link_is_not_the_file_it_leads_to(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "index.html").rename(copy.parent / "index.html")
    (copy / "index.html").symlink_to(copy.parent / "index.html")
    shutil.move(copy / "sleep", copy.parent / "sleep")
    (copy / "sleep").symlink_to(copy.parent / "sleep")
    code, told, _ = verify(copy, capsys)
    assert code == 1
    assert "changed: index.html" in told
    assert "extra: sleep" in told


@pytest.mark.parametrize(
    "path",
    ["../outside", "/etc/passwd", "a/../../b", "a//b", "./a", "C:/Windows", "C:x", "..\\up", "a\0b", "a/", "", "a\nb"],
)
def test_a_list_that_leads_out_of_its_folder_is_refused(
    copy: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    assert not is_safe_path(path)
    listing = copy / "api/v1/files.json"
    data = json.loads(listing.read_text())
    data["files"].append({"path": path, "size": 1, "sha256": "0" * 64})
    listing.write_text(json.dumps(data))
    code, told, error = verify(copy, capsys)
    assert (code, told) == (2, [])
    assert "leads out of its folder" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"form": 9, "files": []}', "has the form 9"),
        ('{"form": 1, "files": [{"path": "a", "size": "x", "sha256": "y"}]}', "does not say size and SHA-256"),
        ('{"form": 1, "files": [1]}', "cannot be read"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_a_broken_list_is_one_message(copy: Path, capsys: pytest.CaptureFixture[str], text: str, told: str) -> None:
    (copy / "api/v1/files.json").write_text(text)
    code, _, error = verify(copy, capsys)
    assert code == 2
    assert told in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("name", ["../outside.html", "/etc/cron.d/x", "a/../../b"])
def test_an_archive_that_leads_out_of_its_folder_is_refused(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "in").mkdir()
    hostile = rezip(released / "exports/offline-site.zip", tmp_path / "in/hostile.zip", {name: b"x"})
    code, told, error = verify(hostile, capsys)
    assert (code, told) == (2, [])
    assert "leads out of its folder" in error
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_link_in_an_archive_is_refused(released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = tmp_path / "hostile.zip"
    shutil.copy(released / "exports/offline-site.zip", hostile)
    with zipfile.ZipFile(hostile, "a") as archive:
        link = zipfile.ZipInfo("link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert verify(hostile, capsys)[0] == 2


def test_a_file_that_unpacks_far_beyond_its_size_is_not_read_to_its_end(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(released / "exports/offline-site.zip") as old, zipfile.ZipFile(bomb, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, bytes(200_000_000) if name == "index.html" else old.read(name))
    assert verify(bomb, capsys)[:2] == (1, ["changed: index.html"])


def test_a_damaged_archive_is_told_apart_from_no_archive(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (released / "exports/offline-site.zip").read_bytes()
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(content[:3000] + b"\0" * 200 + content[3200:])
    assert verify(damaged, capsys)[0] == 1
    damaged.write_bytes(content[:-500])
    assert verify(damaged, capsys)[0] == 2
    assert verify(tmp_path / "none", capsys)[0] == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    code, _, error = verify(empty, capsys)
    assert code == 2
    assert "nothing to hold it against" in error
