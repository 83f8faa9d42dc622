"""When nothing changed, the last answer is given again; when anything did, never."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.build.site import Built, build_site
from careleaf.build.unchanged import last_time
from careleaf.cli.main import main
from careleaf.model.errors import ConfigError
from tests.conftest import TODAY, SiteMaker, folder_bytes, write_file

UNCITED = "\n\nHalf of all adults, 55%, sleep badly.\n"


def build(settings: Path, said: list[str] | None = None) -> Built:
    return build_site(settings, TODAY, None, (said if said is not None else []).append)


def add(path: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / path
        write_file(file, (file.read_text() if file.exists() else "") + text)

    return change


CHANGES = {
    "a page": add("docs/index.md", "\nMore words.\n"),
    "a new page": add("docs/new.md", "---\ntitle: New\ndescription: New.\n---\n\nNew.\n"),
    "a source": add("docs/_data/sources/test-survey.yml", "note: seen\n"),
    "a picture": add("docs/sleep/bed.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "the settings": add("mkdocs.yml", "site_description: Another.\n"),
    "an override": add("overrides/careleaf/foot.html", "<p>Ours</p>"),
    "a renamed file": lambda root: (root / "docs/sleep/index.md").rename(root / "docs/sleep/other.md") and None,
    "a removed file": lambda root: (root / "docs/sleep/get-help.md").unlink(),
}


@pytest.fixture
def site(make_site: SiteMaker) -> Path:
    settings = make_site({"overrides/main.txt": "x"})
    settings.write_text(settings.read_text().replace("font: false}", "font: false, custom_dir: overrides}"))
    return settings


def fingerprint(settings: Path) -> str | None:
    return last_time(settings, TODAY, None).key


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(site: Path, change: Callable[[Path], None]) -> None:
    before = fingerprint(site)
    assert before is not None
    assert fingerprint(site) == before
    change(site.parent)
    assert fingerprint(site) not in {before, None}


def test_the_day_and_the_environment_count(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write_text(site.read_text() + "site_url: !ENV [TEST_SITE_URL, 'https://clinic.test/']\n")
    before = fingerprint(site)
    assert last_time(site, TODAY + timedelta(days=1), None).key != before
    monkeypatch.setenv("TEST_SITE_URL", "https://another.test/")
    assert fingerprint(site) != before


@pytest.mark.parametrize(
    "settings",
    ["hooks: [hook.py]\n", "INHERIT: base.yml\n"],
)
def test_what_nobody_can_know_is_never_remembered(site: Path, settings: str) -> None:
    write_file(site.parent / "hook.py", "")
    write_file(site.parent / "base.yml", "site_author: Writer\n")
    site.write_text(site.read_text() + settings)
    assert fingerprint(site) is None


def test_a_pipe_among_the_files_is_not_read(site: Path) -> None:
    os.mkfifo(site.parent / "docs/pipe.md")
    assert fingerprint(site) is None


def test_a_check_says_the_same_twice_and_sees_what_comes_then(site: Path) -> None:
    add("docs/sleep/get-help.md", UNCITED)(site.parent)
    first = check_site(site, TODAY)
    assert first.errors
    assert check_site(site, TODAY) == first
    assert last_time(site, TODAY, None).report() == first
    page = site.parent / "docs/sleep/get-help.md"
    page.write_text(page.read_text().replace(UNCITED, ""))
    assert not check_site(site, TODAY).errors


def test_a_site_that_stands_is_not_built_again(site: Path) -> None:
    first = build(site)
    before, said = folder_bytes(site.parent / "site"), list[str]()
    assert build(site, said) == first
    assert said == ["Nothing has changed since the last build, and its site stands"]
    assert folder_bytes(site.parent / "site") == before


def test_what_was_written_to_while_it_was_built_is_not_taken_for_what_it_was_before(site: Path) -> None:
    page = site.parent / "docs/sleep/index.md"
    before, written = page.read_text(), list[str]()

    def write(stage: str) -> None:
        if not written:
            page.write_text(before + "\nRest also counts.\n")
        written.append(stage)

    assert build_site(site, TODAY, None, write).published
    assert "Rest also counts." in (site.parent / "site/sleep/index.html").read_text()
    page.write_text(before)
    assert build(site).published
    assert "Rest also counts." not in (site.parent / "site/sleep/index.html").read_text()


@pytest.mark.parametrize("damage", ["changed", "missing", "extra", "list"])
def test_a_site_that_somebody_touched_is_built_again(site: Path, damage: str) -> None:
    build(site)
    folder = site.parent / "site"
    before = folder_bytes(folder)
    if damage == "changed":
        (folder / "handouts/sleep.pdf").write_bytes(b"%PDF-1.7 take 50 mg")
    elif damage == "missing":
        (folder / "sleep/index.html").unlink()
    elif damage == "extra":
        write_file(folder / "sleep/extra.html", "<p>extra</p>")
    else:
        (folder / "SHA256SUMS").write_text("")
    assert build(site).published
    assert folder_bytes(folder) == before


LOADED = """
import sys
from careleaf.cli.main import main
code = main(sys.argv[1:])
heavy = ("mkdocs", "markdown", "jinja2", "lxml", "pydantic", "typst", "careleaf.rules", "careleaf.model.figures")
print("loaded:", *(name for name in heavy if name in sys.modules))
sys.exit(code)
"""


def said_and_loaded(command: str, settings: Path) -> tuple[int, str]:
    """Run a command in a process of its own; return its code and what it loaded of the heavy parts."""
    given = (sys.executable, "-c", LOADED, command, "-f", str(settings), "--date", TODAY.isoformat())
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout.rpartition("loaded:")[2].strip()


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_site_that_did_not_change_needs_neither_mkdocs_nor_a_rule(site: Path, command: str) -> None:
    code, loaded = said_and_loaded(command, site)
    assert code == 0
    assert "careleaf.rules" in loaded
    assert said_and_loaded(command, site) == (0, "")


@pytest.mark.parametrize("gone", ["overrides", "seen"])
def test_a_folder_that_the_settings_name_is_missed_by_those_who_ask_again_too(site: Path, gone: str) -> None:
    site.write_text(site.read_text() + "watch: [seen]\n")
    write_file(site.parent / "seen/note.txt", "x")
    check_site(site, TODAY)
    (site.parent / gone).rename(site.parent / "elsewhere")
    with pytest.raises(ConfigError, match=gone):
        check_site(site, TODAY)


def test_a_moved_site_is_asked_anew_where_it_lies_now(site: Path) -> None:
    check_site(site, TODAY)
    moved = site.parent.rename(site.parent.with_name("moved")) / site.name
    assert last_time(moved, TODAY, None).folders.docs == moved.parent / "docs"


def test_an_unknown_command_is_refused_and_help_names_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    for given, code in (["--help"], 0), (["chekc"], 2), ([], 2):
        with pytest.raises(SystemExit) as ended:
            main(given)
        assert ended.value.code == code
    assert "verify-release" in capsys.readouterr().out
