"""Libraries of one page a topic, of any size: made-up topics in areas, for the home page and its list."""

from pathlib import Path

from tests.browser.schemes import IN_BOTH_SCHEMES
from tests.conftest import MINIMAL_SITE, write_file

AREAS = {
    "Sleep": ("Light sleep", "Waking early", "Snoring", "Sleep and shift work", "Restless nights"),
    "Bones, joints and muscles": ("Stiff knees", "Heel pain", "Sore wrists", "A stiff neck", "Night cramps"),
    "Head and nerves": ("Tension headaches", "Tingling feet", "Jaw tightness", "Dizzy spells", "Migraine"),
    "Eyes and ears": ("Dry eyes", "Ringing in the ears", "Tired eyes", "Blocked ears", "Styes"),
    "Heart and blood": ("High blood pressure", "Cold hands", "Low iron", "Swollen ankles", "Palpitations"),
    "Stomach and gut": ("Heartburn", "Constipation", "Bloating", "Food poisoning", "Hiccups"),
    "Skin": ("Dry skin", "Itching", "Sunburn", "Warts", "Nail infections"),
    "Mind and mood": ("Worry", "Low mood", "Burnout", "Grief", "Panic attacks"),
}
_FOR = ("", " in children", " in pregnancy", " after surgery", " in older age")
SETTINGS = IN_BOTH_SCHEMES.replace("Test clinic", "Riverside health library")
HOME = """\
---
title: Health information you can check
description: Plain answers about {count} health topics, each with its sources shown.
template: library.html
hide: [navigation, toc]
---

If you think you need help now, call your emergency number first.

## Find a topic

/// topics
{leads_on}///

## How we check

Every figure names its source.
"""
_ALL = """\
---
title: All topics
description: Every topic of this library.
---

/// topics
///

## From A to Z

/// topics
    by: letter
///
"""


def titles(count: int) -> list[tuple[str, str]]:
    """Return that many topics, each with its area."""
    every = [(f"{name}{what}", area) for what in _FOR for area, names in AREAS.items() for name in names]
    return sorted(every[:count], key=lambda topic: topic[0])


def write_library(folder: Path, topics: int) -> Path:
    """Write a library; beyond a hundred topics the home page leads on to a page with all of them."""
    many = topics > 100
    leads_on = "[All topics](topics.md)\n" if many else ""
    write_file(folder / "mkdocs.yml", SETTINGS)
    policy = "site_id: riverside\npublish:\n  site: [unreviewed]\n  handout: [reviewed]\n  embed: [reviewed]\n"
    write_file(folder / "docs/_data/policy.yml", policy)
    person = "docs/_data/people/test-author.yml"
    write_file(folder / person, MINIMAL_SITE[person])
    write_file(folder / "docs/index.md", HOME.format(count=topics, leads_on=leads_on))
    write_file(folder / "docs/topics.md", _ALL)
    for title, area in titles(topics):
        write_file(folder / f"docs/{title.lower().replace(' ', '-').replace(',', '')}/index.md", _page(title, area))
    return folder / "mkdocs.yml"


def _page(title: str, area: str) -> str:
    small = title[0].lower() + title[1:]
    return f"""\
---
title: {title}
description: What {small} may feel like, and what you can try yourself.
type: condition
area: {area}
main_message: You can try something yourself, and you can ask for help.
authors: [test-author]
written_on: 2026-10-01
---

Rest is a good thing to have.

## When to get help

/// care-card | Make an appointment if:
    level: routine

- it keeps you from sleeping
///

## More

Say what you have tried.
"""
