"""What is remembered about a page is what asking again would say."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careleaf.build.check import judged_run
from careleaf.build.remembering import Memory
from careleaf.build.store import Store
from careleaf.model.library import Library
from careleaf.rules.judgement import judge_library
from careleaf.rules.lookups.page_by_page import PAGE_BY_PAGE, answers, ask_anew, part_for
from careleaf.rules.table import RULES
from tests.conftest import TODAY, SiteMaker, write_file

PAGE = """\
---
title: Sleep
description: d
type: condition
main_message: m
authors: [test-author]
written_on: 2026-10-01
---

{text}
"""
SENTENCES = (
    "In a survey of 200 people, 40% said they slept badly.[@test-survey#sleep]",
    "In a survey of 200 people, 60% said they slept badly.[@test-survey#sleep]",
    "Half of all adults, 55%, sleep badly.",
    "According to experts, tea helps.",
    "Exercise causes sleep.",
    "Most people sleep well.",
    "Take 2*5 mg and 3*5 mg.",
    '"Sleep is the best medicine there is for everybody", it says.',
    "It is not uncommon that nobody is unable to sleep, which is something that, all things considered, must not be"
    " overlooked by those who, for whatever reason, are not unwilling to consider the matter further than others do.",
    "## A heading",
    "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
    "See {braces here}.",
)
OF_PAGES = [rule for rule in RULES if rule.name in PAGE_BY_PAGE]


def library(site: Path) -> Library:
    return judged_run(site, TODAY).library


def test_every_name_is_a_rules() -> None:
    assert {rule.name for rule in OF_PAGES} == PAGE_BY_PAGE


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), other=st.sampled_from(SENTENCES))
def test_page_by_page_rules_say_the_same_about_the_whole_library(
    make_site: SiteMaker, chosen: list[str], other: str
) -> None:
    site = make_site()
    write_file(site.parent / "docs/sleep/index.md", PAGE.format(text="\n\n".join(chosen)))
    write_file(site.parent / "docs/sleep/get-help.md", PAGE.format(text=other))
    read = library(site)
    whole = {(rule.code, finding) for rule in OF_PAGES for finding in rule.check(read)}
    assert set(answers(read, OF_PAGES, ask_anew)) == whole
    kept = Memory(Store(site.parent / "kept"))
    for memory in (kept, kept, Memory(Store(site.parent / "kept"))):
        assert set(answers(read, OF_PAGES, memory.recall)) == whole
        assert judge_library(read, memory.recall) == judge_library(read)


def test_a_changed_statement_of_a_source_asks_again_on_the_pages_that_cite_it(make_site: SiteMaker) -> None:
    site = make_site()
    memory = Memory(Store(site.parent / "kept"))
    asked: list[str] = []

    def recall_all(read: Library, memory: Memory) -> None:
        for page in read.pages:
            memory.recall(part_for(page, read), lambda part: [*map(asked.append, (part.pages[0].id,))] and [])

    recall_all(library(site), memory)
    source = site.parent / "docs/_data/sources/test-survey.yml"
    source.write_text(source.read_text().replace("40% said", "41% said"))
    asked.clear()
    read = library(site)
    recall_all(read, Memory(Store(site.parent / "kept")))
    citing = [page.id for page in read.pages if "test-survey" in page.body.cited_sources]
    assert asked == citing
    assert 0 < len(citing) < len(read.pages)
