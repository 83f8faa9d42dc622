"""A page of the website that would come out the same is not made again; one that would not is."""

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from mkdocs.structure.toc import AnchorLink

from careleaf.build import search_entries
from careleaf.build.drawer import Drawer
from careleaf.build.kept_pages import _looks_elsewhere
from careleaf.build.means import Means
from careleaf.build.search_entries import SearchEntries
from careleaf.build.settings import load_settings
from careleaf.build.site import build_site
from careleaf.build.store import Store
from careleaf.build.workshop import Workshop
from tests.conftest import TODAY, SiteMaker

INDEX = "site/search/search_index.json"
SHOWS_ANOTHER = '<i title="{% if page and page.next_page %}{{ page.next_page.content | length }}{% endif %}"></i>'


def build(settings: Path) -> None:
    assert build_site(settings, TODAY, None, lambda _doing: None, Means(1)).published


def add_words(settings: Path, page: str, words: str) -> None:
    file = settings.parent / "docs" / page
    file.write_text(f"{file.read_text()}\n\n{words}\n")


@pytest.fixture
def put_through_the_theme(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses of pages that a template was rendered for."""
    seen: list[str] = []
    render = jinja2.Template.render

    def noted(template: jinja2.Template, *args: Any, **kwargs: Any) -> str:
        if args and isinstance(args[0], dict) and args[0].get("page") is not None:
            seen.append(args[0]["page"].url)
        return render(template, *args, **kwargs)

    monkeypatch.setattr(jinja2.Template, "render", noted)
    return seen


def test_only_the_edited_page_is_put_through_the_theme_again(
    make_site: SiteMaker, put_through_the_theme: list[str]
) -> None:
    settings = make_site()
    build(settings)
    assert {"sleep/", "sleep/get-help/"} < set(put_through_the_theme)
    put_through_the_theme.clear()
    add_words(settings, "index.md", "More words.")
    build(settings)
    assert put_through_the_theme == [""]
    assert "More words." in (settings.parent / "site/index.html").read_text()


def test_a_new_title_reaches_the_other_pages_of_its_topic(make_site: SiteMaker) -> None:
    settings = make_site()
    build(settings)
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text().replace("title: Sleep", "title: Slumber"))
    build(settings)
    assert "Slumber" in (settings.parent / "site/sleep/get-help/index.html").read_text()


def test_a_template_that_shows_other_pages_is_never_out_of_date(make_site: SiteMaker) -> None:
    settings = make_site({"overrides/partials/logo.html": SHOWS_ANOTHER})
    settings.write_text(settings.read_text().replace("font: false}", "font: false, custom_dir: overrides}"))
    home, said = settings.parent / "site/index.html", []
    for _ in range(2):
        build(settings)
        said.append(re.findall(r'<i title="([0-9]+)">', home.read_text()))
        add_words(settings, "sleep/index.md", "Quite new words.")
    assert said[0]
    assert said[0] != said[1]


@pytest.mark.parametrize(
    ("template", "looks"),
    [
        ("{{ page.content }}", False),
        ("{{ page['meta'].title }}", False),
        ("{{ page.next_page.title }}", False),
        ("{{ config.site_name }} {{ nav.homepage.url | url }}", False),
        ("{{ page.next_page.content }}", True),
        ("{{ page.next_page['content'] }}", True),
        ("{{ page.children | map(attribute='toc') | list }}", True),
        ("{{ nav.homepage | attr('meta') }}", True),
        ("{% for one in nav.pages %}{{ one.markdown }}{% endfor %}", True),
        ("{% for file in pages %}{{ file.url }}{% endfor %}", True),
        ("{% if %}", False),
    ],
)
def test_what_a_template_asks_of_other_pages_is_seen(template: str, looks: bool) -> None:
    assert _looks_elsewhere(template.encode()) is looks


def test_the_search_index_is_the_one_that_the_plugin_makes_itself(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = make_site()
    build(settings)
    ours = (settings.parent / INDEX).read_bytes()
    assert len({entry["location"].partition("#")[0] for entry in json.loads(ours)["docs"]}) > 2
    monkeypatch.setattr(search_entries, "_is_materials", lambda _plugin: False)
    add_words(settings, "index.md", "<!-- no words -->")
    build(settings)
    assert (settings.parent / INDEX).read_bytes() == ours


@pytest.mark.parametrize("others", [[], [{"location": "a/"}, {"location": "b/"}]])
def test_entries_are_put_behind_those_the_plugin_has_itself(
    make_site: SiteMaker, tmp_path: Path, others: list[object]
) -> None:
    config = load_settings(make_site())
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    search = SearchEntries(config, Workshop(Store(None)), Drawer())
    file = tmp_path / "search/search_index.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"config": {}, "docs": others}, separators=(",", ":")))
    for words in ("<p>One</p>", "", "<p>Two “2”</p>"):
        page: Any = SimpleNamespace(meta={}, content=words, url="c/", title="C", toc=())
        search.before(page)
        search.after(page)
    search.finish(tmp_path)
    docs = json.loads(file.read_text())["docs"]
    assert docs[: len(others)] == others
    assert [entry["text"] for entry in docs[len(others) :] if entry["text"]] == ["<p>One</p>", "<p>Two “2”</p>"]


def test_materials_search_index_still_is_what_we_extend() -> None:
    """Where this fails, Material's plugin is another one: read it before changing build/search_entries.py."""
    from material.plugins.search.plugin import SearchIndex

    toc = (AnchorLink("Heading", "a", 2),)
    page = SimpleNamespace(meta={}, content="<h2 id='a'>Heading</h2><p>Words</p>", url="here/", title="Title", toc=toc)
    index = SearchIndex()
    assert index.entries == []
    index.add_entry_from_context(page)
    assert [entry["location"] for entry in index.entries] == ["here/", "here/#a"]
    page.meta["search"] = {"exclude": True}
    index.add_entry_from_context(page)
    assert len(index.entries) == 2
