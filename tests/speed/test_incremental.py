"""Whatever is edited between two builds, the second gives the site, or the refusal, that a build from nothing gives.

``CARELEAF_EDITS=200`` tries more histories.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careleaf.build.means import Means
from careleaf.build.site import Built, build_site
from careleaf.build.store import CACHE_FOLDER
from tests.conftest import TODAY, SiteMaker, folder_bytes, write_file

HISTORIES = int(os.environ.get("CARELEAF_EDITS", "3"))
EDITS_EACH = 5
SEED = int(os.environ.get("CARELEAF_SEED", "0")) or random.SystemRandom().randrange(1, 1_000_000)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Bed</title><path d="M{n} 1h5v5z"/></svg>'
NEW_PAGE = """\
---
title: New page {n}
description: New.
type: support
main_message: Rest helps.
authors: [test-author]
written_on: 2026-10-01
---

Read [about sleep](index.md). ![A bed](bed.svg)
"""
LOGO = "{{% if page %}}<i title='{n} {{{{ page.next_page.content | d | length }}}}'></i>{{% endif %}}"
"""Shows on one page what stands on the next."""
Chance = random.Random


def _append(path: str, text: str) -> Callable[[Path, Chance], None]:
    def edit(root: Path, chance: Chance) -> None:
        file = root / path
        before = file.read_text() if file.exists() else ""
        write_file(file, before + text.format(n=chance.randrange(1, 5)))

    return edit


def _replace(path: str, old: str, new: str) -> Callable[[Path, Chance], None]:
    def edit(root: Path, chance: Chance) -> None:
        file = root / path
        write_file(file, file.read_text().replace(old, new.format(n=chance.randrange(1, 5))))

    return edit


def _remove_new_pages(root: Path, _chance: Chance) -> None:
    for file in (root / "docs/sleep").glob("new-*.md"):
        file.unlink()


def _add_page(root: Path, chance: Chance) -> None:
    number = chance.randrange(1, 5)
    write_file(root / "docs/sleep/bed.svg", PICTURE.format(n=number))
    write_file(root / f"docs/sleep/new-{number}.md", NEW_PAGE.format(n=number))


EDITS = (
    _append("docs/sleep/index.md", "\n\nSleep well, {n} of you.[@test-survey#sleep]\n"),
    _append("docs/sleep/get-help.md", "\n\nAsk for help.\n"),
    _append("docs/index.md", "\n\nMore words.\n"),
    _append("docs/sleep/get-help.md", "\n\nHalf of all adults, 5{n}%, sleep badly.\n"),
    _replace("docs/sleep/index.md", "title: Sleep", "title: Sleep {n}"),
    _replace("docs/sleep/index.md", "main_message: ", "main_message: Yes. "),
    _replace("docs/_data/sources/test-survey.yml", "where: abstract", "where: table {n}"),
    _replace("docs/_data/sources/test-survey.yml", "A survey of tests", "A survey of {n} tests"),
    _replace("docs/_data/people/test-author.yml", "Test Author", "Test Author {n}"),
    _append("docs/_data/policy.yml", "# a remark\n"),
    _append("overrides/careleaf/foot.html", "<p>Ours {n}</p>"),
    _append("overrides/careleaf/review.html", "{{# a remark {n} #}}"),
    _append("overrides/partials/logo.html", LOGO),
    _append("docs/_data/words.yml", "home: Start {n}\n"),
    _replace("docs/sleep/get-help.md", "description: ", "description: So. "),
    _replace("mkdocs.yml", "site_name: Test clinic", "site_name: Test clinic {n}"),
    lambda root, chance: write_file(root / "docs/sleep/bed.svg", PICTURE.format(n=chance.randrange(1, 5))),
    _add_page,
    _remove_new_pages,
)


def build(root: Path, jobs: int) -> Built:
    return build_site(root / "mkdocs.yml", TODAY, None, lambda _doing: None, Means(jobs))


def outcome(built: Built) -> tuple[object, ...]:
    said = [(f.rule.code, f.finding, f.sentence, f.number) for f in built.report.findings]
    return built.published, said, built.faults


@pytest.mark.parametrize("history", range(HISTORIES))
def test_a_build_after_any_edits_is_the_build_from_nothing(
    make_site: SiteMaker, tmp_path_factory: pytest.TempPathFactory, history: int
) -> None:
    settings = make_site({"overrides/main.txt": "x"})
    settings.write_text(settings.read_text().replace("font: false}", "font: false, custom_dir: overrides}"))
    templates = Path(__file__).parents[2] / "scripts/careleaf/templates/careleaf"
    write_file(settings.parent / "overrides/careleaf/review.html", (templates / "review.html").read_text())
    chance = Chance(SEED + history)
    build(settings.parent, 2)
    for step in range(EDITS_EACH):
        for edit in chance.sample(EDITS, chance.randrange(1, 3)):
            edit(settings.parent, chance)
        again = build(settings.parent, chance.choice((1, 2)))
        anew = tmp_path_factory.mktemp("anew") / "site"
        shutil.copytree(settings.parent, anew, ignore=shutil.ignore_patterns(CACHE_FOLDER.parts[0], "site"))
        clean = build(anew, 1)
        told = f"seed {SEED}, history {history}, step {step}"
        assert outcome(again) == outcome(clean), told
        if again.published:
            assert folder_bytes(settings.parent / "site") == folder_bytes(anew / "site"), told
