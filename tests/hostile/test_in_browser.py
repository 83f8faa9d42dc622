"""The nastiest site that passes the checks, in a real browser: everything is text, nothing runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from careleaf.build.site import build_site
from tests.browser.conftest import browser
from tests.browser.visit import Visit, served, visiting
from tests.conftest import MINIMAL_SITE, TODAY, write_file

__all__ = ["browser"]

pytestmark = pytest.mark.browser

NASTY = (
    '"><script>alert(document.domain)</script><img src=x onerror=alert(document.domain)>{{ config }}{% raw %}</title>'
)
IN_YAML = "'" + NASTY + "'"
ESCAPED = (
    "&lt;script&gt;alert(document.domain)&lt;/script&gt; &quot;&gt;&lt;img src=x onerror=alert(document.domain)&gt;"
)
CODE = "`<script>alert(document.domain)</script>`"
SURVEY = "docs/_data/sources/test-survey.yml"
AUTHOR = "docs/_data/people/test-author.yml"
POLICY = "docs/_data/policy.yml"
SLEEP = "docs/sleep/index.md"


@pytest.fixture(scope="module")
def nasty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("nasty")
    files = dict(MINIMAL_SITE)
    files[SURVEY] = files[SURVEY].replace("A survey of tests", IN_YAML).replace("Journal of Tests", IN_YAML)
    files[AUTHOR] = files[AUTHOR].replace("Test Author", IN_YAML) + f"biography: {IN_YAML}\ncredentials: {IN_YAML}\n"
    files[POLICY] += f"publisher: {IN_YAML}\n"
    for key in (
        "title: Sleep",
        "description: What helps when you sleep badly.",
        "main_message: Bad sleep is common and can be helped.",
    ):
        files[SLEEP] = files[SLEEP].replace(key, f"{key.split(':')[0]}: {IN_YAML}")
    files[SLEEP] += f"\n## Heading {ESCAPED}\n\n{ESCAPED} {CODE}\n\n- {{{{ config }}}} {ESCAPED}\n"
    for path, content in files.items():
        write_file(root / path, content)
    built = build_site(root / "mkdocs.yml", TODAY, None, lambda _: None)
    assert (built.report.errors, built.faults) == ((), ())
    with served(Path(built.site_dir)) as address:
        yield address


@pytest.mark.parametrize(
    "address", ["", "sleep/", "sleep/get-help/", "embed/sleep/", "embed/sleep/get-help/", "404.html"]
)
def test_what_looks_like_markup_is_text_and_nothing_runs(browser: Browser, nasty_site: str, address: str) -> None:
    with visiting(browser, nasty_site) as visit:
        dialogs = _dialogs_of(visit)
        page = visit.go(address)
        page.wait_for_load_state("networkidle")
        assert page.locator("img[onerror], [onclick], [onload], img[src='x']").count() == 0
        assert [t for t in page.locator("script").all_text_contents() if t.startswith("alert(")] == []
        if "sleep/" in address and "get-help" not in address:
            assert page.locator("h1").first.inner_text() == NASTY
            assert "{{ config }}" in page.locator("li").all_inner_texts()[-1] or "{{ config }}" in page.content()
        assert (dialogs, visit.troubles) == ([], [])


def test_the_search_shows_a_nasty_title_as_text(browser: Browser, nasty_site: str) -> None:
    with visiting(browser, nasty_site) as visit:
        dialogs = _dialogs_of(visit)
        page = visit.go("")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("badly", delay=20)
        page.locator(".md-search-result__item").first.wait_for(state="attached")
        assert page.locator(".md-search-result img, .md-search-result script").count() == 0
        assert (dialogs, visit.troubles) == ([], [])


def _dialogs_of(visit: Visit) -> list[str]:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", note)
    return dialogs
