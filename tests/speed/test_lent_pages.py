"""MkDocs has the words of one page at a time, and all of them where somebody looks into other pages."""

from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from careleaf.build.site import build_site
from careleaf.mkdocs_plugin.plugin import CareleafPlugin
from tests.conftest import TODAY, SiteMaker
from tests.speed.test_kept_pages import SHOWS_ANOTHER


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages have words when each of them is finished."""
    pages: list[Page] = []
    counts: list[int] = []
    read, made = CareleafPlugin.on_page_content, CareleafPlugin.on_post_page

    def on_page_content(self: CareleafPlugin, html: str, page: Page, **others: object) -> str:
        pages.append(page)
        return read(self, html, page, **others)

    def on_post_page(self: CareleafPlugin, output: str, *, page: Page, **others: object) -> str:
        counts.append(len([one for one in pages if one.content or one.toc.items]))
        return made(self, output, page=page, **others)

    monkeypatch.setattr(CareleafPlugin, "on_page_content", on_page_content)
    monkeypatch.setattr(CareleafPlugin, "on_post_page", on_post_page)
    return counts


def built(settings: Path) -> None:
    assert build_site(settings, TODAY, None, lambda _doing: None).published


def test_one_page_has_its_words_while_it_is_made(make_site: SiteMaker, held: list[int]) -> None:
    built(make_site())
    assert len(held) > 2
    assert set(held) == {1}


def test_a_template_that_looks_into_other_pages_finds_their_words(make_site: SiteMaker, held: list[int]) -> None:
    settings = make_site({"overrides/partials/logo.html": SHOWS_ANOTHER})
    settings.write_text(settings.read_text().replace("font: false}", "font: false, custom_dir: overrides}"))
    built(settings)
    assert set(held) == {len(held)}
