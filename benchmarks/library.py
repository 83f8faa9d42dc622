"""Makes a library of any size for measurements: seeded, so that the same number gives the same files.

Each page has what real ones have: front matter, five sections, about 600 words, a table, lists, a care card, a
picture, ten citations, links to its neighbours, an author and a review of exactly these words.
"""

import argparse
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.wording import ACTS, ASPECTS, CONDITIONS, heading, paragraph
from careleaf.build.check import run_mkdocs
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings
from careleaf.model.canonical import canonical_text, page_digest
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.record_text import seal_of
from careleaf.model.review import ReviewRecord, Scope

TODAY = date(2026, 11, 23)
PAGES_A_TOPIC = 10
TOPICS_AN_AREA = 10
_SOURCES_A_TOPIC = 8
_EVIDENCE = 4
UNREVIEWED = "area-000/topic-0000/work"
"""The page that is edited between builds: nobody has signed it, so an edit needs no new signature."""

CARELEAF_SETTINGS = """\
site_name: Example health library
site_dir: build/preview
theme: {name: material, font: false, custom_dir: overrides}
plugins: [search, careleaf]
markdown_extensions:
  - abbr
  - attr_list
  - sane_lists
  - tables
  - toc: {permalink: true}
  - careleaf
exclude_docs: /_data/
"""
PLAIN_SETTINGS = CARELEAF_SETTINGS.replace(", careleaf]", "]").replace("  - careleaf\n", "")

_STATES = "[reviewed, adapted, overdue, unreviewed]"
_POLICY = f"""\
site_id: example-library
publisher: Example health library
publish: {{site: {_STATES}, handout: {_STATES}, embed: {_STATES}}}
"""
_RECORDED = "reviewer role reviewed_on next_review_on scope digest page site statement received".split()
_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120"><title>A week of notes</title>
<rect width="240" height="120" fill="#eef4f0"/>{bars}</svg>
"""


def write_library(folder: Path, pages: int, seed: int = 1) -> None:
    """Write a library of `pages` topic pages and a home page below a folder, with every page reviewed."""
    topics = max(1, pages // PAGES_A_TOPIC)
    _write(folder / "mkdocs.yml", CARELEAF_SETTINGS)
    _write(folder / "plain.yml", PLAIN_SETTINGS)
    _write(folder / "pruned.yml", PLAIN_SETTINGS.replace("font: false", "font: false, features: [navigation.prune]"))
    (folder / "overrides").mkdir(parents=True, exist_ok=True)
    data = folder / "docs" / "_data"
    _write(data / "policy.yml", _POLICY)
    for number in range(max(3, pages // 50)):
        role = "reviewer" if number % 2 else "author"
        _write(data / "people" / f"{role}-{number}.yml", _person(role, number))
    for topic in range(topics):
        _write_topic(folder / "docs", topic, Random(seed * 100_000 + topic))  # noqa: S311  # prose, no secret
    _write(folder / "docs" / "index.md", _home(topics))


def review_library(folder: Path) -> None:
    """Sign every page: write a review of the words it has now."""
    config = load_settings(folder / "mkdocs.yml")
    run = Run(Mode.CHECK, TODAY)
    with suppress(Judged):
        run_mkdocs(config, run)
    for page in run.library.topic_pages:
        if page.id != UNREVIEWED:
            _sign(folder / "docs" / "_data" / "reviews" / page.id, page, run.library)


def _sign(place: Path, page: Page, library: Library) -> None:
    record = ReviewRecord(
        reviewer="reviewer-1",
        role="physician",
        reviewed_on=date(2026, 11, 20),
        next_review_on=date(2028, 11, 20),
        scope=Scope.CLINICAL,
        digest=page_digest(page, library),
        page=page.id,
        site="example-library",
        statement="I have read this page and found it right.",
    )
    lines = [f"    {name}: {getattr(record, name)}" for name in _RECORDED]
    _write(
        place.with_name(f"{place.name}.yml"),
        "records:\n  -" + "\n".join(lines)[3:] + f"\n    seal: {seal_of(record)}\n",
    )
    _write(place / f"{record.digest}.txt", canonical_text(page, library))


def topic_path(topic: int) -> str:
    """Return a topic's folder: areas of ten topics, as large libraries have."""
    return f"area-{topic // TOPICS_AN_AREA:03}/topic-{topic:04}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _person(role: str, number: int) -> str:
    credentials = "credentials: MD\n" if role == "reviewer" else ""
    declared = "conflict_of_interest: {statement: None., declared_on: 2026-01-05}\n"
    return f"name: Example {role} {number}\n{credentials}roles: [{role}]\n{declared}"


def _write_topic(docs: Path, topic: int, random: Random) -> None:
    condition = f"{CONDITIONS[topic % len(CONDITIONS)]}"
    sources = [_source(topic, number, random) for number in range(_SOURCES_A_TOPIC)]
    for key, text, _ in sources:
        _write(docs / "_data" / "sources" / f"{key}.yml", text)
    claims = [claim for _, _, claims in sources for claim in claims]
    bars = "".join(
        f'<rect x="{20 + 30 * day}" y="{100 - height}" width="18" height="{height}" fill="#2f6f57"/>'
        for day, height in enumerate(random.choices(range(15, 80), k=7))
    )
    _write(docs / topic_path(topic) / "notes.svg", _PICTURE.format(bars=bars))
    names = ["index", *(aspect.replace(" ", "-") for aspect in ASPECTS)]
    for name in names:
        _write(docs / topic_path(topic) / f"{name}.md", _page(topic, name, names, condition, claims, random))


def _source(topic: int, number: int, random: Random) -> tuple[str, str, list[str]]:
    """Return a source's key, its record, and sentences with citations that agree with it."""
    key, claims, evidence = f"study-{topic:04}-{number}", [], []
    for item in range(_EVIDENCE):
        people, share, weeks = random.randrange(40, 900), random.randrange(12, 78), random.randrange(2, 26)
        act = random.choice(ACTS)
        said = f"of {people} adults, {share}% felt better within {weeks} weeks after {act}"
        evidence.append(f"  e{item}:\n    says: In the study {said}.\n    where: abstract\n    seen: index record\n")
        claims.append(f"In one study {said}.[@{key}#e{item}]")
    record = f"""\
kind: primary-study
type: article-journal
title: "Example study {topic}-{number} of everyday measures"
author: [{{family: Writer, given: A}}, {{family: Author, given: B}}]
container-title: Journal of Examples
issued: 20{random.randrange(21, 26)}
DOI: 10.1000/example.{topic}.{number}
accessed: 2026-11-01
status: current
evidence:
{"".join(evidence)}"""
    return key, record, claims


def _page(topic: int, name: str, names: list[str], condition: str, claims: list[str], random: Random) -> str:
    title = condition.capitalize() if name == "index" else f"{condition.capitalize()}: {name.replace('-', ' ')}"
    cited = random.sample(claims, 10)
    sections = "\n\n".join(_sections(name.replace("index", condition), condition, cited, random))
    links = "\n".join(f"- [Read about {other.replace('-', ' ')}]({other}.md)" for other in _neighbours(name, names))
    return f"""\
---
title: "{title}"
description: Plain answers about {condition} and {name.replace("-", " ")}, for adults.
type: {"condition" if name == "index" else "lifestyle"}
main_message: Small, steady changes are a sensible way to start.
authors: [author-0]
written_on: 2026-10-01
changed_on: 2026-11-01
audience: Adults with {condition}
licence: CC-BY-4.0
---

{paragraph(random, condition, 4)}

{sections}

## When to get help

/// care-card | Ask for an appointment if:
    level: routine

- your symptoms keep you from sleeping
- your symptoms keep getting worse

Say what you have tried already.
///

## Where to go next

![A week of notes as seven bars](notes.svg)

{links}
"""


def _neighbours(name: str, names: list[str]) -> list[str]:
    """Return the pages a reader would go to next: in a ring, so that every page is linked."""
    at = names.index(name)
    return list(dict.fromkeys([names[(at + 1) % len(names)], names[at - 1], names[(at + 4) % len(names)]]))


def _sections(aspect: str, condition: str, cited: list[str], random: Random) -> Iterator[str]:
    for number in range(5):
        first, second = cited[2 * number : 2 * number + 2]
        parts = [
            f"## {heading(aspect, number)}",
            f"{paragraph(random, condition, 3)} {first}",
            f"{second} {paragraph(random, condition, 4)}",
        ]
        if number == 1:
            parts.append("\n".join(f"- {paragraph(random, condition, 1)}" for _ in range(4)))
        if number == 2:
            rows = "\n".join(f"| {act.capitalize()} | {paragraph(random, condition, 1)} |" for act in ACTS[:4])
            parts.append(f"| What to try | What to know |\n|---|---|\n{rows}")
        yield "\n\n".join(parts)


def _home(topics: int) -> str:
    links = "\n".join(f"- [Topic {topic}]({topic_path(topic)}/index.md)" for topic in range(topics))
    return f"---\ntitle: Example health library\ndescription: A library for measurements.\n---\n\n{links}\n"


def main() -> None:
    """Write a library: ``python -m benchmarks.library FOLDER PAGES``."""
    parser = argparse.ArgumentParser(description="Write a made-up library for measurements.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_library(options.folder, options.pages, options.seed)
    review_library(options.folder)


if __name__ == "__main__":
    main()
