"""What may lie below docs: nothing that leads out of it, waits for ever, or has a name that is none elsewhere."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careleaf.build.site import build_site
from careleaf.reading.text_file import read_text
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker, write_file
from tests.hostile.conftest import Check, Files

PAGE = "---\ntitle: T\ndescription: D.\n---\n\nText.\n"
OUT = "foreign-file: This is a link that leads out of docs."
NOWHERE = "foreign-file: This is a link that leads nowhere."
NO_FILE = "foreign-file: This is no plain file."
NAME = "foreign-file: The name of this file holds a sign that has another meaning in an address."


def _link_both(docs: Path) -> None:
    for name in ("x", "y"):
        (docs / name).symlink_to(docs)


def _write_both(one: str, other: str) -> Callable[[Path], None]:
    def write(docs: Path) -> None:
        write_file(docs / one, PAGE)
        write_file(docs / other, PAGE)

    return write


def _link_out(docs: Path) -> None:
    write_file(docs.parent / "secret.md", PAGE.replace("Text", "Secret"))
    (docs / "x.md").symlink_to(docs.parent / "secret.md")


HOSTILE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a page linked from outside": (f"docs/x.md:1:1: FMT032 error {OUT}", _link_out),
    "a picture linked from outside": (
        f"docs/x.png:1:1: FMT032 error {OUT}",
        lambda docs: (docs / "x.png").symlink_to("/etc/hostname"),
    ),
    "a folder linked from outside": (
        f"docs/x:1:1: FMT032 error {OUT}",
        lambda docs: (docs / "x").symlink_to("/etc/ssl"),
    ),
    "a circle of folders, twice over": (
        "docs/y:1:1: FMT032 error foreign-file: This is a link to a folder, which can go in circles.",
        _link_both,
    ),
    "a link to itself": (f"docs/x.md:1:1: FMT032 error {NOWHERE}", lambda docs: (docs / "x.md").symlink_to("x.md")),
    "a link to nothing": (f"docs/x.md:1:1: FMT032 error {NOWHERE}", lambda docs: (docs / "x.md").symlink_to("none")),
    "a register linked from outside": (
        f"docs/_data/people/x.yml:1:1: FMT032 error {OUT}",
        lambda docs: (docs / "_data/people/x.yml").symlink_to("/dev/zero"),
    ),
    "an endless device as a page": (
        f"docs/x.md:1:1: FMT032 error {OUT}",
        lambda docs: (docs / "x.md").symlink_to("/dev/zero"),
    ),
    "a pipe as a page": (f"docs/x.md:1:1: FMT032 error {NO_FILE}", lambda docs: os.mkfifo(docs / "x.md")),
    "a pipe as a picture": (f"docs/x.png:1:1: FMT032 error {NO_FILE}", lambda docs: os.mkfifo(docs / "x.png")),
    "a pipe as a register": (
        "docs/_data/people/x.yml:1:1: FMT004 error unreadable-record: This is no plain file.",
        lambda docs: os.mkfifo(docs / "_data/people/x.yml"),
    ),
    "a pipe as the site's words": (
        "docs/_data/words.yml:1:1: FMT004 error unreadable-record: This is no plain file.",
        lambda docs: os.mkfifo(docs / "_data/words.yml"),
    ),
    "a folder named like a page": (
        "docs/x.md:1:1: FMT032 error foreign-file: This is a folder with the name of a page or register.",
        lambda docs: (docs / "x.md").mkdir(),
    ),
    "a folder named like a register": (
        "docs/_data/people/x.yml:1:1: FMT004 error unreadable-record: The file cannot be read: Is a directory.",
        lambda docs: (docs / "_data/people/x.yml").mkdir(),
    ),
    "registers of sources that are a file": (
        "docs/_data/reviews:1:1: FMT004 error unreadable-record: Nothing reads `reviews`. It has to be a folder.",
        lambda docs: (docs / "_data/reviews").write_text("x"),
    ),
    "two names that differ in capitals only": (
        "docs/x.md:1:1: FMT032 error foreign-file: `X.md` lies beside it and has the same name on many computers.",
        _write_both("x.md", "X.md"),
    ),
    "two names that differ in how an accent is written": (
        "FMT032 error foreign-file: `e\u0301.txt` lies beside it and has the same name on many computers.",
        _write_both("\u00e9.txt", "e\u0301.txt"),
    ),
    "a name of 240 letters": (
        "foreign-file: The name of this file is longer than 120 bytes.",
        lambda docs: write_file(docs / f"{'x' * 240}.md", PAGE),
    ),
    "a name that is no text": (
        NAME,
        lambda docs: write_file(docs / os.fsdecode(b"\xff.md"), PAGE),
    ),
}


@pytest.mark.parametrize(("expected", "prepare"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_a_finding_and_nothing_waits(
    expected: str, prepare: Callable[[Path], object], make_site: SiteMaker, check: Check
) -> None:
    settings = make_site()
    prepare(settings.parent / "docs")
    found = check(settings)
    assert any(expected in line for line in found), found
    assert not any("Secret" in line for line in found)


@pytest.mark.parametrize(
    "name",
    ["a\nb", 'a"b', "a%41", "a#b", "a?b", "-rf", "<b>x", "{{x}}", "\x1b[31m", "a\\b", "\u202egnp", "a:b", "a|b", "a*b",
     "`id`", " a"],
    ids=ascii,
)  # fmt: skip
def test_a_name_that_means_something_elsewhere_is_refused(name: str, make_site: SiteMaker, check: Check) -> None:
    settings = make_site()
    write_file(settings.parent / f"docs/{name}.md", PAGE)
    assert sum(NAME in line for line in check(settings)) == 1


@pytest.mark.parametrize("name", ["a b", "a'b", "$(id)", "a;b", "a&b", "[@a]", "é", "睡眠"])
def test_a_page_needs_an_address_that_can_be_typed(name: str, errors_of: Callable[[Files], list[str]]) -> None:
    expected = "FMT032 error foreign-file: The path of this page cannot be typed from a sheet of paper."
    assert errors_of({f"docs/{name}.md": PAGE, f"docs/{name}/page.md": PAGE}) == [
        f"docs/{name}.md:1:1: {expected}",
        f"docs/{name}/page.md:1:1: {expected}",
    ]


@pytest.mark.parametrize("name", ["~a", "a.b", "x" * 100, "CON"])
def test_an_odd_page_name_that_is_only_a_name_is_published(name: str, make_site: SiteMaker) -> None:
    settings = make_site({f"docs/sleep/{name}.md": MINIMAL_SITE["docs/sleep/index.md"], f"docs/{name}.md": PAGE})
    built = build_site(settings, TODAY, None, lambda _: None)
    assert (built.report.errors, built.faults) == ((), ())
    assert (settings.parent / f"site/handouts/sleep/{name}.pdf").is_file()


@pytest.mark.parametrize("name", ["a b.png", "a'b.txt", "$(id).txt", "a;b&c.txt", "é.txt", "睡眠.txt"])
def test_any_other_file_may_have_a_name_in_any_language(name: str, make_site: SiteMaker) -> None:
    built = build_site(make_site({f"docs/sleep/{name}": "x"}), TODAY, None, lambda _: None)
    assert (built.report.findings, built.faults) == ((), ())
    assert (built.site_dir / "sleep" / name).read_text() == "x"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({path: None for path in MINIMAL_SITE if path.startswith("docs/_data")} | {"docs/_data": "x"},
         "docs/_data:1:1: FMT004 error unreadable-record: Nothing reads `_data`. It has to be a folder."),
        ({"docs/index.md": None}, "docs/index.md:1:1: FMT004 error unreadable-record: The site has no home page."),
        ({path: None for path in MINIMAL_SITE if path.startswith("docs/")} | {"docs/note.txt": "x"},
         "docs/index.md:1:1: FMT004 error unreadable-record: The site has no home page."),
        ({"docs/extra.html": "<p>x"}, "docs/extra.html:1:1: FMT033 error active-file: A `.html` file"),
        ({"docs/extra.js": "x"}, "docs/extra.js:1:1: FMT033 error active-file: This script would be published."),
        ({"docs/embed/sleep/index.html": "x"}, "docs/embed/sleep/index.html:1:1: FMT033 error active-file:"),
        ({"docs/a.SVG": "<svg"}, "docs/a.SVG:1:1: FMT033 error active-file: The picture is no well-formed SVG."),
    ],
    ids=["registers are a file", "no home page", "no page at all", "a page", "a script", "a false embed", "no picture"],
)  # fmt: skip
def test_what_is_missing_or_active_is_a_finding(
    files: Files, expected: str, errors_of: Callable[[Files], list[str]]
) -> None:
    assert any(expected in line for line in errors_of(files))


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>{}</svg>'


@pytest.mark.parametrize(
    "picture",
    [
        _SVG.format("", "<script>alert(1)</script>"),
        _SVG.format("", "<SCRIPT>alert(1)</SCRIPT>"),
        _SVG.format("", '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
        _SVG.format("", '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
        _SVG.format(' onload="alert(1)"', ""),
        _SVG.format("", '<a xlink:href="java&#10;script:alert(1)"><text>x</text></a>'),
        _SVG.format("", '<a href="data:text/html,x"><text>x</text></a>'),
        _SVG.format("", '<use href="https://cdn.example/x.svg#a"/>'),
        _SVG.format("", "<foreignObject><p>x</p></foreignObject>"),
        _SVG.format("", "<style>@import 'https://cdn.example/x.css';</style>"),
        _SVG.format("", "<style>a{fill:u\\72l(https://cdn.example/x)}</style>"),
        _SVG.format("", '<rect fill="url(//cdn.example/x)"/>'),
        _SVG.format("", '<set attributeName="xlink:href" to="javascript:alert(1)"/>'),
        '<?xml-stylesheet href="https://cdn.example/x.css"?>' + _SVG.format("", ""),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + _SVG.format("", "&a;"),
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _SVG.format("", "<text>&a;</text>"),
        '<!DOCTYPE svg [<!ENTITY a "' + "b" * 99 + '">' + "".join(
            f'<!ENTITY a{i} "{f"&a{i - 1};" * 99}">' for i in range(1, 9)) + "]>" + _SVG.format("", "&a8;"),
        _SVG.format("", "<g>" * 5000 + "</g>" * 5000),
    ],
    ids=["script", "capitals", "prefix", "XHTML script", "event", "script address", "data address", "use", "foreign",
         "import", "escaped style", "fill", "animation", "style sheet", "entity", "file entity", "bomb", "deep"],
)  # fmt: skip
def test_a_picture_that_could_act_is_refused(picture: str, errors_of: Callable[[Files], list[str]]) -> None:
    assert any(
        "docs/sleep/arm.svg:1:1: FMT033 error active-file" in line
        for line in errors_of({"docs/sleep/arm.svg": picture})
    )


@pytest.fixture
def as_an_ordinary_user(tmp_path: Path) -> Iterator[Path]:
    """Return a folder anybody may enter, and give up root's right to read everything while the test runs."""
    root = os.geteuid() == 0
    folder = Path(tempfile.mkdtemp()) if root else tmp_path
    folder.chmod(0o755)
    yield folder
    if root:
        os.seteuid(0)
        shutil.rmtree(folder)


def test_a_file_without_reading_rights_is_a_fault(as_an_ordinary_user: Path) -> None:
    file = as_an_ordinary_user / "page.md"
    write_file(file, "Text.\n")
    file.chmod(0)
    if os.geteuid() == 0:
        os.seteuid(65534)
    text, fault = read_text(file, "docs/page.md")
    assert text is None
    assert fault is not None
    assert fault.finding.message == "The file cannot be read: Permission denied."
