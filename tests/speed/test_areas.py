"""The menu of a library whose topics stand side by side: areas instead of two hundred names."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from careleaf.build.site import build_site
from tests.browser.libraries import AREAS, write_library
from tests.conftest import TODAY, write_file

SITE = "https://site.invalid/"


def menu(settings: Path, *addresses: str) -> list[list[tuple[str, str]]]:
    """Build a site; return the links of each page's menu with where they lead."""
    built = build_site(settings, TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    found = []
    for address in addresses:
        root = html.parse(built.site_dir / address / "index.html").getroot()
        links = root.xpath("//nav[@id='site-nav']//a")
        found.append([(a.text_content(), urljoin(SITE + address, a.get("href")).removeprefix(SITE)) for a in links])
    return found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path, 40)


def test_a_topic_shows_its_own_area_and_the_names_of_the_others(library: Path) -> None:
    home, topic = menu(library, "", "dry-eyes/")
    own = sorted(AREAS["Eyes and ears"])
    assert [name for name, _ in home] == ["Health information you can check", "All topics", *sorted(AREAS)]
    at = 2 + sorted(AREAS).index("Eyes and ears") + 1
    assert [name for name, _ in topic] == [*[n for n, _ in home][:at], *own, *[n for n, _ in home][at:]]
    assert ("Dry eyes", "dry-eyes/") in topic


def test_the_name_of_an_area_leads_to_its_part_of_the_list_of_all_topics(library: Path) -> None:
    ((*_, stomach),) = menu(library, "dry-eyes/")
    assert stomach == ("Stomach and gut", "#area-stomach-and-gut")


def test_without_a_list_it_leads_to_the_first_topic_of_the_area(library: Path) -> None:
    (library.parent / "docs/topics.md").unlink()
    write_file(library.parent / "docs/index.md", "---\ntitle: Home\ndescription: A library.\n---\n\nWelcome.\n")
    ((*_, stomach),) = menu(library, "dry-eyes/")
    assert stomach == ("Stomach and gut", "bloating/")


def test_topics_without_an_area_stand_by_their_first_letter(library: Path) -> None:
    for page in library.parent.glob("docs/*/index.md"):
        page.write_text(page.read_text().replace("\narea: ", "\n# area: "))
    (links,) = menu(library, "dry-eyes/")
    names = [name for name, _ in links]
    assert names[2:6] == ["A", "B", "C", "D"]
    assert names[6:8] == ["Dizzy spells", "Dry eyes"]


@pytest.mark.parametrize("few", [True, False], ids=["few topics", "an order of its own"])
def test_other_menus_stay_as_they_are(tmp_path: Path, *, few: bool) -> None:
    settings = write_library(tmp_path, 12 if few else 40)
    if not few:
        paths = sorted(p.relative_to(tmp_path / "docs").as_posix() for p in tmp_path.glob("docs/*/index.md"))
        settings.write_text(settings.read_text() + f"nav: {['index.md', 'topics.md', *paths]}\n")
    (links,) = menu(settings, "dry-eyes/" if not few else "snoring/")
    assert len(links) == 2 + (12 if few else 40)
