"""What is remembered about a page is what asking again would say."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careleaf.build import remembering
from careleaf.build.judging import judged_run
from careleaf.build.page_judgement import JUDGE_PAGE
from careleaf.build.remembering import Memory
from careleaf.build.store import Store
from careleaf.build.workshop import Task, Workshop
from careleaf.model.canonical import page_digest
from careleaf.model.library import Library
from careleaf.rules.judgement import judge_library
from careleaf.rules.lookups.page_by_page import PAGE_BY_PAGE, Answer, answers, besides_pages, part_for
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
    assert {*answers(read, OF_PAGES), *besides_pages(read, OF_PAGES)} == whole
    folder = site.parent / "kept"
    kept = Memory(Workshop(Store(folder)))
    for memory in (kept, kept, Memory(Workshop(Store(folder))), Memory(Workshop(Store(None)))):
        assert set(about_pages(read, memory)) == set(answers(read, OF_PAGES))
        assert judge_library(read, about_pages(read, memory)) == judge_library(read)
        assert judge_library(without_text(read), about_pages(read, memory)) == judge_library(read)
        anew = replace(read, known_digests={})
        digests = [page_digest(page, anew) if page.is_topic_page else "" for page in read.pages]
        assert [one.digest for one in memory.judgements(read)] == digests


def without_text(read: Library) -> Library:
    """A build lets go of what authors wrote when the rules of single pages have been asked."""
    return replace(read, pages=tuple(replace(page, text="") for page in read.pages))


def about_pages(read: Library, memory: Memory) -> Answer:
    return [found for one in memory.judgements(read) for found in one.answer]


def test_page_by_page_rules_see_nothing_that_is_not_remembered_with_the_answer(make_site: SiteMaker) -> None:
    read = library(make_site())
    for page in read.pages:
        part = part_for(page, read)
        seen = ("site", "policy", "sources", "glossary", "pages", "topic_pages", "evidence_for", "faults", "faults_of")
        for rule in OF_PAGES:
            list(rule.check(_Narrow(part, seen)))


class _Narrow(Library):
    """A part of a library that minds being asked for anything else."""

    def __init__(self, part: Library, seen: tuple[str, ...]) -> None:
        object.__setattr__(self, "_seen", seen)
        self.__dict__.update(part.__dict__)

    def __getattribute__(self, name: str) -> object:
        if not name.startswith("_") and name not in object.__getattribute__(self, "_seen"):
            raise AssertionError(f"A rule of one page looks at `{name}`.")
        return object.__getattribute__(self, name)


def test_a_changed_statement_of_a_source_asks_again_on_the_pages_that_cite_it(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def noted(content: bytes) -> bytes:
        asked.append(content)
        return JUDGE_PAGE.make(content)

    monkeypatch.setattr(remembering, "JUDGE_PAGE", Task(JUDGE_PAGE.name, noted))
    site = make_site()
    read = library(site)
    assert len(asked) == len(read.pages)
    source = site.parent / "docs/_data/sources/test-survey.yml"
    source.write_text(source.read_text().replace("40% said", "41% said"))
    asked.clear()
    read = library(site)
    citing = [page.id for page in read.pages if "test-survey" in page.body.cited_sources]
    assert len(asked) == len(citing)
    assert 0 < len(citing) < len(read.pages)


def test_another_day_asks_no_page_again(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site()
    library(site)
    monkeypatch.setattr(remembering, "JUDGE_PAGE", Task(JUDGE_PAGE.name, lambda _: b""))
    assert judged_run(site, TODAY + timedelta(days=1)).library.today != TODAY
