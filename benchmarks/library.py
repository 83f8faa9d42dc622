"""Makes a library of any size for measurements: seeded, so that the same number gives the same files.

Each page has what real ones have: front matter, five sections, about 600 words, a table, lists, a care card, a
picture, ten citations, links to its neighbours, an author and a review of exactly these words.
"""

import argparse
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.peer import PEER_DOCS, SourceLine, peer_page, write_settings
from benchmarks.wording import ACTS, ASPECTS, CONDITIONS, heading, paragraph
from careleaf.build.judging import run_mkdocs
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
_TOPICS_A_PART = 25
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
    write_settings(folder)
    (folder / "overrides").mkdir(parents=True, exist_ok=True)
    data = folder / "docs" / "_data"
    _write(data / "policy.yml", _POLICY)
    for number in range(max(3, pages // 50)):
        role = "reviewer" if number % 2 else "author"
        _write(data / "people" / f"{role}-{number}.yml", _person(role, number))
    for topic in range(topics):
        _write_topic(folder, topic, Random(seed * 100_000 + topic))  # noqa: S311  # prose, no secret
    _write(folder / "docs" / "index.md", _home(topics))
    _write(folder / PEER_DOCS / "index.md", _home(topics))


def review_library(folder: Path) -> None:
    """Sign every page: write a review of the words it has now.

    A few topics at a time, each part in a process of its own: pages are signed by themselves, and the memory of a part
    goes back when it is done, so that the largest library needs no more of it than a small one.
    """
    topics = sorted(p.relative_to(folder / "docs").as_posix() for p in (folder / "docs").glob("area-*/topic-*"))
    parts = [topics[at : at + _TOPICS_A_PART] for at in range(0, len(topics), _TOPICS_A_PART)]
    with ProcessPoolExecutor(max_tasks_per_child=1, mp_context=get_context("spawn")) as workers:
        for _ in workers.map(_review_part, [folder] * len(parts), parts):
            pass


def _review_part(folder: Path, topics: list[str]) -> None:
    """Sign the pages of some topics, read as a library of their own."""
    with TemporaryDirectory(prefix="careleaf-part-") as name:
        part = Path(name)
        _copy_part(folder, part, topics)
        run = Run(Mode.CHECK, TODAY)
        with suppress(Judged):
            run_mkdocs(load_settings(part / "mkdocs.yml"), run)
        for page in run.library.topic_pages:
            if page.id != UNREVIEWED:
                _sign(folder / "docs" / "_data" / "reviews" / page.id, page, run.library)


def _copy_part(folder: Path, part: Path, topics: list[str]) -> None:
    """Copy settings, people, and some topics with their sources."""
    data = Path("docs", "_data")
    for topic in topics:
        shutil.copytree(folder / "docs" / topic, part / "docs" / topic)
        for source in (folder / data / "sources").glob(f"study-{topic[-4:]}-*.yml"):
            _write(part / data / "sources" / source.name, source.read_text(encoding="utf-8"))
    shutil.copytree(folder / data / "people", part / data / "people")
    shutil.copy(folder / data / "policy.yml", part / data)
    shutil.copy(folder / "mkdocs.yml", part)
    (part / "overrides").mkdir()


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


def _write_topic(folder: Path, topic: int, random: Random) -> None:
    """Write a topic twice: as careleaf reads it, and as its peers do."""
    docs, place = folder / "docs", topic_path(topic)
    condition = f"{CONDITIONS[topic % len(CONDITIONS)]}"
    sources = [_source(topic, number, random) for number in range(_SOURCES_A_TOPIC)]
    for key, text, _, _ in sources:
        _write(docs / "_data" / "sources" / f"{key}.yml", text)
    claims = [claim for _, _, claims, _ in sources for claim in claims]
    bars = "".join(
        f'<rect x="{20 + 30 * day}" y="{100 - height}" width="18" height="{height}" fill="#2f6f57"/>'
        for day, height in enumerate(random.choices(range(15, 80), k=7))
    )
    lines = {key: line for key, _, _, line in sources}
    names = ["index", *(aspect.replace(" ", "-") for aspect in ASPECTS)]
    pages = {name: _page(topic, name, names, condition, claims, random) for name in names}
    for root in (docs, folder / PEER_DOCS):
        _write(root / place / "notes.svg", _PICTURE.format(bars=bars))
    for name, text in pages.items():
        _write(docs / place / f"{name}.md", text)
        _write(folder / PEER_DOCS / place / f"{name}.md", peer_page(text, lines))


def _source(topic: int, number: int, random: Random) -> tuple[str, str, list[str], SourceLine]:
    """Return a source's key, its record, sentences with citations that agree with it, and its line in a list."""
    key, claims, evidence, says = f"study-{topic:04}-{number}", [], [], []
    for item in range(_EVIDENCE):
        people, share, weeks = random.randrange(40, 900), random.randrange(12, 78), random.randrange(2, 26)
        act = random.choice(ACTS)
        said = f"of {people} adults, {share}% felt better within {weeks} weeks after {act}"
        says.append(f"In the study {said}.")
        evidence.append(f"  e{item}:\n    says: {says[-1]}\n    where: abstract\n    seen: index record\n")
        claims.append(f"In one study {said}.[@{key}#e{item}]")
    title, year, doi = (
        f"Example study {topic}-{number} of everyday measures",
        2000 + random.randrange(21, 26),
        _doi(key),
    )
    record = f"""\
kind: primary-study
type: article-journal
title: "{title}"
author: [{{family: Writer, given: A}}, {{family: Author, given: B}}]
container-title: Journal of Examples
issued: {year}
DOI: {doi}
accessed: 2026-11-01
status: current
evidence:
{"".join(evidence)}"""
    line = f"Writer A, Author B. {title}. *Journal of Examples*. {year}. doi:{doi} <https://doi.org/{doi}>"
    return key, record, claims, SourceLine(line, tuple(says))


def _doi(key: str) -> str:
    return f"10.1000/example.{key.removeprefix('study-')}"


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
