"""`careleaf withdraw` always leaves a site that can be published, with a notice in the page's place."""

from pathlib import Path

import pytest

from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, SiteMaker, folder_bytes

REASON = 'The advice was "wrong": see a clinician # now'
OPTIONS = ("--reason", REASON, "--by", "Test Reviewer", "--date", "2026-11-23")
REGISTER = """\
# What we released.
pages:
  sleep/: # our first page
    versions:
      - {digest: c1-aaaa, released_on: 2026-01-05} # in print
  sleep/get-help/: {status: published}
# The end.
"""


def withdraw(settings: Path, page: str, *more: str) -> int:
    return main(["withdraw", page, "-f", str(settings), *OPTIONS, *more])


def build(settings: Path) -> int:
    return main(["build", "-f", str(settings), "--date", "2026-11-23"])


def register(settings: Path) -> str:
    return (settings.parent / "docs/_data/published.yml").read_text()


@pytest.mark.parametrize(
    "name",
    ["sleep/get-help", "sleep/get-help/", "/sleep/get-help/", "docs/sleep/get-help.md", "sleep/get-help.md"],
)
def test_a_page_is_withdrawn_by_any_of_its_names(make_site: SiteMaker, name: str) -> None:
    settings = make_site()
    assert withdraw(settings, name, "--replaced-by", "sleep/index.md") == 0
    assert build(settings) == 0
    site = settings.parent / "site"
    for page in ("sleep/get-help/index.html", "embed/sleep/get-help/index.html"):
        html = (site / page).read_text()
        assert "see a clinician # now" in html
        assert "you sleep badly for weeks" not in html
        assert "What to read instead" in html
    assert (site / "handouts/sleep/get-help.pdf").read_bytes().startswith(b"%PDF-")
    assert 'href="get-help/"' in (site / "sleep/index.html").read_text(), "links from other pages stay"


def test_a_file_is_found_from_any_folder(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = make_site()
    monkeypatch.chdir(settings.parent / "docs/sleep")
    assert withdraw(settings, "get-help.md") == 0
    assert "  sleep/get-help/:\n    status: withdrawn\n" in register(settings)


def test_what_stands_in_the_register_stays(make_site: SiteMaker) -> None:
    settings = make_site({"docs/_data/published.yml": REGISTER})
    assert withdraw(settings, "sleep/index") == 0
    assert register(settings) == REGISTER.replace(
        "# in print\n",
        "# in print\n    status: withdrawn\n    title: Sleep\n    withdrawn_on: 2026-11-23\n"
        '    withdrawn_by: "Test Reviewer"\n    reason: "The advice was \\"wrong\\": see a clinician # now"\n',
    )


def test_withdrawing_twice_changes_nothing_and_another_reason_is_refused(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site({"docs/_data/published.yml": REGISTER})
    assert withdraw(settings, "sleep/get-help") == 0
    first = register(settings)
    assert withdraw(settings, "sleep/get-help") == 0
    assert withdraw(settings, "sleep/get-help", "--date", "2026-11-24") == 0
    assert register(settings) == first
    assert withdraw(settings, "sleep/get-help", "--reason", "Another") == 2
    assert "was withdrawn on 2026-11-23 by Test Reviewer" in capsys.readouterr().err
    assert register(settings) == first
    assert withdraw(settings, "sleep/get-help", "--replaced-by", "sleep/") == 0
    assert "replaced_by: sleep/" in register(settings)


@pytest.mark.parametrize(
    ("page", "more", "told"),
    [
        ("sleep/get-hepl", (), "There is no page `sleep/get-hepl`. Did you mean `sleep/get-help`?"),
        ("index", (), "is no topic page"),
        ("sleep/get-help", ("--replaced-by", "sleep/get-help"), "cannot take its own place"),
        ("sleep/get-help", ("--replaced-by", "nowhere"), "There is no page `nowhere`"),
        ("sleep/get-help", ("--reason", " "), "--reason is empty"),
        ("sleep/get-help", ("--by", "A\x1b[2J"), "--by holds a character that cannot be printed"),
        ("../../etc/passwd", (), "There is no page"),
    ],
)
def test_a_mistake_is_one_message_and_nothing_is_written(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str], page: str, more: tuple[str, ...], told: str
) -> None:
    settings = make_site({"docs/_data/published.yml": REGISTER})
    before = folder_bytes(settings.parent)
    assert withdraw(settings, page, *more) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("careleaf: ")
    assert told in printed
    assert printed.count("\n") == 1
    assert folder_bytes(settings.parent) == before


def test_a_broken_register_is_one_message_and_stays(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site({"docs/_data/published.yml": "pages:\n  sleep/: {status: gone}\n"})
    assert withdraw(settings, "sleep/index") == 2
    assert "docs/_data/published.yml:2:" in capsys.readouterr().err
    assert register(settings) == "pages:\n  sleep/: {status: gone}\n"


BROKEN = {
    "an uncited figure and a dead link": MINIMAL_SITE["docs/sleep/get-help.md"] + "\n55% [sleep](gone.md) badly.\n",
    "no front matter": "Warning: half of it is missing.\n",
    "front matter that is no YAML": "---\ntitle: Help: me\n  - no\n---\n\nText\n",
    "no text in UTF-8": b"---\ntitle: \xff\xfe\n---\n",
    "an empty file": "",
    "markup that acts": MINIMAL_SITE["docs/sleep/get-help.md"] + "\n<script>alert(1)</script><x-y onclick=a>\n",
    "no file at all": None,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_withdrawn_page_stops_nothing_whatever_is_wrong_with_it(
    make_site: SiteMaker, content: str | bytes | None
) -> None:
    linking = MINIMAL_SITE["docs/index.md"].replace("get-help.md", "get-help.md#see-someone")
    settings = make_site(
        {
            "docs/_data/published.yml": "pages:\n  sleep/get-help/: {title: When to get help}\n",
            "docs/sleep/get-help.md": content,
            "docs/index.md": linking,
        }
    )
    assert build(settings) == 1
    assert withdraw(settings, "sleep/get-help/") == 0
    assert build(settings) == 0
    site = settings.parent / "site"
    for page in ("sleep/get-help/index.html", "embed/sleep/get-help/index.html"):
        html = (site / page).read_text()
        assert "see a clinician # now" in html
        assert "When to get help</h1>" in html
        assert 'id="see-someone"' in html
        assert "alert(1)" not in html
    assert (site / "handouts/sleep/get-help.pdf").read_bytes().startswith(b"%PDF-")
