"""A body rendered before is the body that would be rendered now, and Markdown is not asked again."""

from pathlib import Path

import markdown
import pytest

from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from tests.conftest import TODAY, SiteMaker, write_file

BODY = """

## Wörter & Zeichen {#own}

### Below

*Rest* helps<sup>a</sup>. [Up](#own)

- one

## Again
"""


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    real = markdown.Markdown.convert

    def noted(self: markdown.Markdown, source: str) -> str:
        texts.append(source)
        return real(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", noted)
    return texts


def contents(run: Run) -> list[tuple[str, str, list[str], list[object]]]:
    found = []
    for uri, file in sorted(run.files.items()):
        assert file.page is not None
        toc = [(item.id, item.title, item.level, [child.id for child in item.children]) for item in file.page.toc]
        found.append(
            (uri, run.bodies[uri].unfolded()[0], sorted(file.page.present_anchor_ids or ()), list[object](toc))
        )
    return found


def test_a_known_body_is_the_same_in_every_part(make_site: SiteMaker, converted: list[str]) -> None:
    settings = make_site()
    page = settings.parent / "docs/sleep/get-help.md"
    page.write_text(page.read_text() + BODY)
    first = contents(judged_run(settings, TODAY))
    assert any(text.strip() for text in converted)
    converted.clear()
    assert contents(judged_run(settings, TODAY)) == first
    assert not any(text.strip() for text in converted)


PAGE = "---\ntitle: {0}\ndescription: {0}.\n---\n\n{1}\n"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/_data/words.yml", "", "card-routine: Soon\n"),
        ("mkdocs.yml", "[attr_list,", "[abbr, attr_list,"),
        ("mkdocs.yml", "site_name:", "use_directory_urls: false\nsite_name:"),
    ],
)
def test_another_way_to_render_renders_every_text_again(
    make_site: SiteMaker, converted: list[str], path: str, old: str, new: str
) -> None:
    settings = make_site()
    judged_run(settings, TODAY)
    file = settings.parent / path
    before = file.read_text() if file.exists() else ""
    assert old in before
    write_file(file, before.replace(old, new, 1))
    converted.clear()
    judged_run(settings, TODAY)
    assert any("40% said" in text for text in converted)


def test_a_new_page_renders_those_again_that_name_it_and_no_others(make_site: SiteMaker, converted: list[str]) -> None:
    settings = make_site({"docs/sleep/old.md": PAGE.format("Old", "Read [the new one][n].\n\n[n]: <../new.md>")})
    assert 'href="../new.md"' in judged_run(settings, TODAY).bodies["sleep/old.md"].unfolded()[0]
    converted.clear()
    write_file(settings.parent / "docs/new.md", PAGE.format("New", "New."))
    assert 'href="../../new/"' in judged_run(settings, TODAY).bodies["sleep/old.md"].unfolded()[0]
    assert sorted(text.strip().split()[0] for text in converted if text.strip()) == ["New.", "Read"]


def test_a_target_that_no_look_at_the_text_can_see_is_found_all_the_same(
    make_site: SiteMaker, converted: list[str]
) -> None:
    settings = make_site({"docs/odd.md": PAGE.format("Odd", "Read [on](sleep/index\\.md).")})
    for _ in range(2):
        assert 'href="../sleep/"' in judged_run(settings, TODAY).bodies["odd.md"].unfolded()[0]


def test_a_hook_may_have_a_say_so_nothing_is_known(make_site: SiteMaker, converted: list[str]) -> None:
    settings: Path = make_site(
        {"hook.py": "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nMore.\\n'\n"}
    )
    settings.write_text(settings.read_text() + "hooks: [hook.py]\n")
    for _ in range(2):
        converted.clear()
        judged_run(settings, TODAY)
        assert sum("More." in text for text in converted) == 3
