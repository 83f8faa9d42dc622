"""`careleaf release`: what went out is entered once, listed whole, and can be checked by whoever receives it."""

import hashlib
import json
import re
import subprocess
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from careleaf.build.published_file import published_file
from careleaf.build.settings import load_settings
from careleaf.channels.exports.offline import offline_link, offline_page
from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, ROOT, SiteMaker, folder_bytes, write_file

OPTIONS = ("--date", "2026-11-23")
ZIP = "site/exports/offline-site.zip"


def release(settings: Path, *more: str) -> int:
    return main(["release", "-f", str(settings), *OPTIONS, *more])


def register(settings: Path) -> str:
    return (settings.parent / "docs/_data/published.yml").read_text()


def digests(settings: Path, address: str) -> list[str]:
    return re.findall(
        r"digest: (c1-[0-9a-f]{64})", register(settings).split(f"  {address}:\n")[1].split("\n  sleep")[0]
    )


def reword(settings: Path, old: str, new: str) -> None:
    page = settings.parent / "docs/sleep/get-help.md"
    page.write_text(page.read_text().replace(old, new))


def test_a_release_is_entered_once_and_gives_the_same_bytes(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    site, entered = folder_bytes(settings.parent / "site"), register(settings)
    assert "sleep/get-help/:" in entered
    assert release(settings) == 0
    assert register(settings) == entered
    assert folder_bytes(settings.parent / "site") == site
    assert sorted(path.name for path in (settings.parent / "docs/_data").iterdir()) == [
        "loaders",
        "people",
        "policy.yml",
        "published.yml",
        "sources",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_release_gives_the_same_bytes_on_any_number_of_processes(make_site: SiteMaker, jobs: str) -> None:
    settings = make_site()
    assert release(settings) == 0
    site = folder_bytes(settings.parent / "site")
    assert main(["clean", "-f", str(settings)]) == 0
    assert release(settings, "--jobs", jobs) == 0
    assert folder_bytes(settings.parent / "site") == site


@pytest.mark.parametrize("option", [("--jobs", "-1"), ("--executor", "ray://head:1")])
def test_means_no_release_can_have_are_refused(make_site: SiteMaker, option: tuple[str, str]) -> None:
    settings = make_site()
    assert release(settings, *option) == 2
    assert not (settings.parent / "site").exists()


def test_a_build_without_a_release_enters_nothing_and_lists_every_file(make_site: SiteMaker) -> None:
    settings = make_site()
    assert main(["build", "-f", str(settings), *OPTIONS]) == 0
    assert not (settings.parent / "docs/_data/published.yml").exists()
    assert main(["verify-release", str(settings.parent / "site")]) == 0


def site_and_sources(settings: Path) -> dict[str, bytes]:
    """Return all files but those that builds keep to be faster."""
    return {path: c for path, c in folder_bytes(settings.parent).items() if not path.startswith(".cache/")}


def test_a_refused_release_enters_nothing(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    before = site_and_sources(settings)
    reword(settings, "[@test-survey]", " in 55% of nights")
    changed = site_and_sources(settings)
    assert release(settings) == 1
    assert site_and_sources(settings) == changed
    reword(settings, " in 55% of nights", "[@test-survey]")
    assert site_and_sources(settings) == before


def test_a_page_that_is_held_back_is_entered_without_a_version(make_site: SiteMaker) -> None:
    policy = "site_id: test-clinic\npublish: {site: [unreviewed], handout: [unreviewed], embed: [unreviewed]}\n"
    overdue = MINIMAL_SITE["docs/sleep/get-help.md"].replace("2026-10-01", "2020-10-01")
    settings = make_site({"docs/_data/policy.yml": policy, "docs/sleep/get-help.md": overdue})
    assert release(settings) == 0
    assert len(digests(settings, "sleep/")) == 1
    assert "sleep/get-help/:" in register(settings)
    assert digests(settings, "sleep/get-help/") == []


def test_a_printed_version_says_what_became_of_it(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    (first,) = digests(settings, "sleep/get-help/")
    site = settings.parent / "site"
    for name in (first, first[3:15]):
        assert "stands on the website now" in (site / f"v/{name}/index.html").read_text()
    reword(settings, "for weeks", "for many weeks")
    assert release(settings, "--date", "2026-12-01") == 0
    old, new = digests(settings, "sleep/get-help/")
    assert old == first
    html = (site / f"v/{first[3:15]}/index.html").read_text()
    assert "no longer the wording" in html
    assert "released on 23 November 2026" in html
    assert 'href="../../sleep/get-help/"' in html
    assert "stands on the website now" in (site / f"v/{new[3:15]}/index.html").read_text()
    withdrawal = ("withdraw", "sleep/get-help", "--reason", "It was wrong.", "--by", "Test", "--replaced-by", "sleep")
    assert main([*withdrawal, "-f", str(settings), *OPTIONS]) == 0
    assert main(["build", "-f", str(settings), *OPTIONS]) == 0
    for name in (old, new):
        html = (site / f"v/{name}/index.html").read_text()
        assert "It was wrong." in html
        assert "stands on the website now" not in html
        assert 'href="../../sleep/">What to read instead' in html


def test_a_wording_that_comes_back_is_current_again_and_not_entered_twice(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    (first,) = digests(settings, "sleep/get-help/")
    reword(settings, "for weeks", "for months")
    assert release(settings) == 0
    reword(settings, "for months", "for weeks")
    assert release(settings) == 0
    assert len(digests(settings, "sleep/get-help/")) == 2
    assert "stands on the website now" in (settings.parent / f"site/v/{first}/index.html").read_text()


def test_an_address_that_moved_leads_on(make_site: SiteMaker) -> None:
    moved = "pages:\n  sleep/old/: {status: moved, title: Old page, replaced_by: sleep/get-help/}\n"
    settings = make_site({"docs/_data/published.yml": moved})
    assert release(settings) == 0
    site = settings.parent / "site"
    assert 'href="../get-help/">When to get help' in (site / "sleep/old/index.html").read_text()
    assert 'href="../get-help/">When to get help' in (site / "embed/sleep/old/index.html").read_text()


def test_the_lists_name_every_file_as_sha256sum_and_browsers_check_it(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    site = settings.parent / "site"
    files = {entry["path"]: entry for entry in json.loads((site / "api/v1/files.json").read_text())["files"]}
    assert files.keys() == folder_bytes(site).keys() - {"api/v1/files.json", "SHA256SUMS"}
    for path, entry in files.items():
        content = (site / path).read_bytes()
        assert (entry["size"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert entry.get("integrity", "").startswith("sha384-") == path.endswith((".js", ".css"))
    checked = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=site, capture_output=True, check=False)
    assert checked.returncode == 0


def test_the_archive_opens_from_a_disk_without_a_dead_link(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    with zipfile.ZipFile(settings.parent / ZIP) as archive:
        names = archive.namelist()
        pages = {name: archive.read(name).decode() for name in names if name.endswith(".html") and name != "404.html"}
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 23, 0, 0, 0)}
    assert names[:-2] == sorted(names[:-2])
    for page, html in pages.items():
        for link in re.findall(r'<[^>]*?\b(?:href|src)="([^"]*)"', html):
            if not re.match(r"[a-z]+:|#|$", link):
                target = normpath(join(dirname(page), unquote(re.split("[?#]", link)[0])))
                assert target in names, f"{page} leads to {link}"
    assert {"index.html", "embed/sleep/index.html", "handouts/sleep.pdf"} <= set(names)


FILES = frozenset({"index.html", "a/index.html", "a/b/index.html", "a/x.pdf", "a b/index.html"})


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("b/#part", "b/index.html#part"),
        ("b?q=1#part", "b/index.html?q=1#part"),
        ("../a%20b/", "../a%20b/index.html"),
        ("x.pdf", "x.pdf"),
        ("b/index.html", "b/index.html"),
        ("nowhere/", "nowhere/"),
        ("#part", "#part"),
        ("", ""),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/a/", "//example.org/a/"),
        ("mailto:a@b/", "mailto:a@b/"),
        ("../../../a/", "../../../a/"),
    ],
)
def test_a_link_to_a_folder_names_the_file_in_it(link: str, named: str) -> None:
    assert offline_link(link, "a/index.html", FILES) == named


def test_nothing_but_links_is_touched() -> None:
    html = (
        '<!-- <a href="b/"> --><p title=\'href="b/"\'>href="b/" 2 > 1 <a class=x href=b/>b</a> <A HREF=\'b/\'>b</A>'
        '<script src="b/">x = \'<a href="b/">\'</script><style>a{}</style><textarea><a href="b/"></textarea>'
    )
    assert offline_page(html, "a/index.html", FILES) == html.replace(
        "<a class=x href=b/>", '<a class=x href="b/index.html">'
    ).replace("<A HREF='b/'>", '<A HREF="b/index.html">').replace('<script src="b/">', '<script src="b/index.html">')


def test_a_register_that_cannot_be_written_leaves_the_site_as_it_was(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site({"docs/_data/.published.yml.next/in-the-way": ""})
    assert release(settings) != 0
    assert "Traceback" not in capsys.readouterr().err
    assert not (settings.parent / "site").exists()
    assert not (settings.parent / "docs/_data/published.yml").exists()


def test_withdrawing_during_a_release_is_refused(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site()
    with published_file(load_settings(settings)):
        assert main(["withdraw", "sleep", "--reason", "r", "--by", "b", "-f", str(settings), *OPTIONS]) == 2
        assert release(settings) == 2
    assert capsys.readouterr().err.count("Another process is changing") == 2


def test_an_entry_of_many_pages_is_fast(make_site: SiteMaker) -> None:
    lines = [f"  old/{n}/: {{status: moved, replaced_by: sleep/}}\n" for n in range(300)]
    settings = make_site({"docs/_data/published.yml": "pages:\n" + "".join(lines)})
    write_file(settings.parent / "docs/index.md", MINIMAL_SITE["docs/index.md"])
    assert release(settings) == 0
    assert register(settings).startswith("pages:\n" + "".join(lines))


def test_a_released_loader_stays_where_portals_pinned_it(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    (first,) = (settings.parent / "docs/_data/loaders").iterdir()
    script = (ROOT / "scripts/careleaf/templates/assets/embed_loader.js").read_text()
    write_file(settings.parent / "overrides/assets/embed_loader.js", script.replace("5000", "6000"))
    text = settings.read_text().replace("theme: {", "theme: {custom_dir: overrides, ")
    settings.write_text(text)
    assert release(settings) == 0
    served = {path.name for path in (settings.parent / "site/embed/v1").iterdir()}
    assert len(served) == 3
    assert first.name in served
    assert (settings.parent / "site/embed/v1" / first.name).read_bytes() == first.read_bytes()
    assert register(settings).count("integrity: ") == 2
    listed = json.loads((settings.parent / "site/api/v1/files.json").read_text())["files"]
    (entry,) = [one for one in listed if one["path"] == f"embed/v1/{first.name}"]
    assert f'integrity: "{entry["integrity"]}"' in register(settings)


def test_a_release_that_would_drop_a_loader_is_refused(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site()
    assert release(settings) == 0
    (loader,) = (settings.parent / "docs/_data/loaders").iterdir()
    loader.unlink()
    before = folder_bytes(settings.parent)
    assert release(settings) == 1
    assert f"`{loader.name}`, which portals may have pinned, is missing" in capsys.readouterr().out
    assert folder_bytes(settings.parent) == before


def test_a_withdrawal_keeps_the_loaders(make_site: SiteMaker) -> None:
    settings = make_site()
    assert release(settings) == 0
    loaders = register(settings).partition("loaders:")[2]
    assert main(["withdraw", "sleep/get-help", "-f", str(settings), "--reason", "Wrong.", "--by", "X", *OPTIONS]) == 0
    assert register(settings).partition("loaders:")[2] == loaders
