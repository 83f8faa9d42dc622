"""The shared navigation is what each page would get by itself, and costs no more on a larger site."""

from urllib.parse import urljoin

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation

from careleaf.build.navigation import SiteNavigation

NAMES = st.sampled_from(["index", "README", "a", "b", "c", "d-e"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md")
SITE = "https://site.invalid/"


def navigation(paths: list[str], *, folders: bool = True) -> Navigation:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "use_directory_urls": folders})
    config.validate()
    files = Files([File(path, "docs", "site", folders) for path in dict.fromkeys(["index.md", *paths])])
    return get_navigation(files, config)


def links(text: str, address: str) -> list[tuple[str, str, bool]]:
    found = html.fragment_fromstring(text).xpath("//a")
    return [(urljoin(SITE + address, a.get("href")), a.text or "", "aria-current" in a.attrib) for a in found]


@settings(max_examples=60, deadline=None)
@given(paths=st.lists(PATHS, max_size=12), folders=st.booleans())
def test_sharing_changes_nothing(paths: list[str], *, folders: bool) -> None:
    nav = navigation(paths, folders=folders)
    shared = SiteNavigation(nav)
    for page in nav.pages:
        page.active = True
        alone = SiteNavigation(nav).html(page, "")
        assert shared.html(page, "") == alone
        own = [(target, is_here) for target, _, is_here in links(alone, page.url)]
        assert [target for target, is_here in own if is_here] == [SITE + page.url]
        addresses = {SITE + other.url for other in nav.pages}
        assert {target.removesuffix("./") for target, _ in own} <= addresses
        page.active = False


def test_titles_and_addresses_are_escaped() -> None:
    nav = navigation(["a/index.md", "b.md"])
    nav.pages[1].title = 'Pressure <b>above</b> 140 & "more"'
    written = SiteNavigation(nav).html(nav.pages[0], "")
    assert "Pressure above 140 &amp; &quot;more&quot;" in written


def test_a_page_that_is_no_page_gets_addresses_below_the_base() -> None:
    nav = navigation(["a/index.md", "a/b.md"])
    assert {target for target, _, _ in links(SiteNavigation(nav).html(None, "/clinic/"), "lost/page/")} <= {
        f"{SITE}clinic/",
        f"{SITE}clinic/./",
        f"{SITE}clinic/a/",
    }


def test_an_entry_is_made_once_for_all_pages_of_a_folder() -> None:
    nav = navigation([f"topic-{n:03}/page-{m}.md" for n in range(40) for m in range(5)])
    shared, made = SiteNavigation(nav), []
    for page in nav.pages:
        page.active = True
        before = shared._shared
        shared.html(page, "")
        made.append(shared._shared is not before)
        page.active = False
    assert sum(made) <= 42
