"""A preview makes again what was saved, shows it with its findings, and leaves the rest as it was."""

import inspect
from pathlib import Path

import mkdocs.commands.build
import mkdocs.livereload
import pytest
from mkdocs.commands.build import build as build_all

from careleaf.build.quick_preview import QuickPreview
from careleaf.build.run import Mode, Run
from careleaf.build.settings import load_settings
from careleaf.mkdocs_plugin.plugin import CareleafPlugin
from tests.conftest import TODAY, SiteMaker, folder_bytes, write_file

UNCITED = "\n\nHalf of all adults, 55%, sleep badly.\n"


class Preview:
    """The plugin and the quick builder as `mkdocs serve` holds them, without a server."""

    def __init__(self, settings: Path) -> None:
        self.config = load_settings(settings, settings.parent / "preview")
        plugin = self.config.plugins["careleaf"]
        assert isinstance(plugin, CareleafPlugin)
        self.plugin, self.full_builds = plugin, 0
        plugin.run = Run(Mode.PREVIEW, TODAY)
        plugin.on_startup(command="serve", dirty=False)
        self.build_all()
        self.quick = QuickPreview(plugin.current, self.build_all, lambda: plugin.engine)
        self.site = settings.parent / "preview"

    def build_all(self) -> None:
        self.full_builds += 1
        build_all(self.config)


@pytest.fixture
def settings(make_site: SiteMaker) -> Path:
    return make_site()


def test_a_saved_page_is_all_that_is_made_again(settings: Path) -> None:
    preview = Preview(settings)
    before = folder_bytes(preview.site)
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text() + "\n\nSleep well.\n")
    preview.quick.build()
    after = folder_bytes(preview.site)
    assert preview.full_builds == 1
    assert b"Sleep well." in after["sleep/index.html"]
    assert {path for path in after if after[path] != before.get(path)} == {"sleep/index.html"}


def test_what_was_made_again_is_what_a_whole_build_makes(settings: Path) -> None:
    preview = Preview(settings)
    page = settings.parent / "docs/sleep/index.md"
    for text in ("\n\nSleep well.\n", UNCITED, "\n\n[Gone](#nowhere)\n", "\n\n## A new part\n\nWords.\n"):
        page.write_text(page.read_text() + text)
        preview.quick.build()
    quick = {path: content for path, content in folder_bytes(preview.site).items() if path.endswith(".html")}
    assert preview.full_builds == 1
    preview.build_all()
    whole = folder_bytes(preview.site)
    assert {path for path in quick if quick[path] != whole[path]} == set()


def test_a_mistake_is_shown_on_its_page_and_on_the_home_page_and_goes_again(settings: Path) -> None:
    preview = Preview(settings)
    page = settings.parent / "docs/sleep/index.md"
    sound = page.read_text()
    first = folder_bytes(preview.site)
    page.write_text(sound + UNCITED)
    preview.quick.build()
    faulty = folder_bytes(preview.site)
    assert b"uncited-figure" in faulty["sleep/index.html"] or b"CLM202" in faulty["sleep/index.html"]
    assert faulty["index.html"] != first["index.html"]
    page.write_text(sound)
    preview.quick.build()
    assert folder_bytes(preview.site) == first


@pytest.mark.parametrize(
    "path", ["docs/new.md", "docs/_data/policy.yml", "docs/_data/sources/test-survey.yml", "mkdocs.yml"]
)
def test_anything_but_words_of_a_page_is_a_whole_build(settings: Path, path: str) -> None:
    preview = Preview(settings)
    file = settings.parent / path
    new = "---\ntitle: New\ndescription: New.\n---\n\nNew.\n"
    write_file(file, file.read_text() + "# a remark\n" if file.exists() else new)
    preview.quick.build()
    assert preview.full_builds == 2


def test_a_changed_title_is_a_whole_build(settings: Path) -> None:
    preview = Preview(settings)
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text().replace("title: Sleep", "title: Better sleep"))
    preview.quick.build()
    assert preview.full_builds == 2
    assert b"Better sleep" in (preview.site / "sleep/get-help/index.html").read_bytes()


def test_mkdocs_still_has_the_parts_a_quick_preview_stands_on() -> None:
    assert {"nav", "files", "config", "page"} <= set(inspect.signature(mkdocs.commands.build.get_context).parameters)
    server = inspect.getsource(mkdocs.livereload.LiveReloadServer)
    for part in ("self.builder = builder", "self.builder()", "self.set_app(self.serve_request)", "self.observer = "):
        assert part in server
    assert "page.read_source(config)" in inspect.getsource(mkdocs.commands.build)
    assert "page.render(config, files)" in inspect.getsource(mkdocs.commands.build)
