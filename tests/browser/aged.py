"""A site to which time has happened: a source was taken back, and leaflets in print are of earlier words."""

from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.model.canonical import canonical_text
from careleaf.model.digest import digest_of
from tests.browser.schemes import IN_BOTH_SCHEMES
from tests.conftest import MINIMAL_SITE, TODAY, write_file
from tests.reviews import enter_review

_TOPIC = """\
---
title: {title}
description: What {title} may feel like, and what you can try.
type: {type}
main_message: You can try something yourself, and you can ask for help.
authors: [test-author]
written_on: 2026-10-01
---

Rest is a good thing to have.{cites} Read [what helps with sleep](../sleep/index.md).

## When to get help

/// care-card | Make an appointment if:
    level: routine

- you sleep badly for weeks
///

## More

Say what you have tried.
"""
_TOPICS = {
    "cramps": ("Night cramps", "symptom", ""),
    "iron": ("Iron tablets", "treatment", "[@test-trial#iron]"),
    "walking": ("Walking every day", "lifestyle", ""),
    "caring": ("Caring for somebody", "support", ""),
    "knees": ("Stiff knees", "condition", ""),
}
_HOME = """\
---
title: Health information you can check
description: Plain answers, each with its sources shown.
---

If you think you need help now, call your emergency number first.

## Topics by need

/// topics
    by: need
///
"""
_TAKEN_BACK = """\
kind: primary-study
type: article-journal
title: A trial of tests
container-title: Journal of Tests
issued: "2024"
DOI: 10.1000/trial
accessed: 2026-11-01
status: retracted
evidence:
  iron: {says: Iron helped some people., where: abstract, seen: publisher's page}
"""
_BEFORE, _SINCE = "In a survey of 200 people, 40% said", "In a survey, 40% of 200 people said"


def write_aged(folder: Path) -> Path:
    """Write the site; return its mkdocs.yml. The old leaflet is of the page on sleep."""
    topics = {
        f"docs/{name}/index.md": _TOPIC.format(title=title, type=kind, cites=cites)
        for name, (title, kind, cites) in _TOPICS.items()
    }
    policy = MINIMAL_SITE["docs/_data/policy.yml"].replace("unreviewed]", "unreviewed, changed-since-review]")
    more = {
        "mkdocs.yml": IN_BOTH_SCHEMES,
        "docs/index.md": _HOME,
        "docs/_data/sources/test-trial.yml": _TAKEN_BACK,
        "docs/_data/policy.yml": policy,
    }
    for path, content in {**MINIMAL_SITE, **topics, **more}.items():
        write_file(folder / path, content)
    settings, page = folder / "mkdocs.yml", folder / "docs/sleep/index.md"
    library = judged_run(settings, TODAY).library
    old, taken = (canonical_text(library.pages_by_id[page], library) for page in ("sleep/index", "iron/index"))
    enter_review(settings, "sleep/index", old, date(2026, 11, 2), date(2027, 11, 1))
    page.write_text(page.read_text(encoding="utf-8").replace(_BEFORE, _SINCE), encoding="utf-8")
    versions = "".join(
        f"  {name}/:\n    versions: [{{digest: {digest_of(text)}, released_on: 2026-11-02}}]\n"
        for name, text in (("sleep", old), ("iron", taken))
    )
    write_file(folder / "docs/_data/published.yml", f"pages:\n{versions}")
    return settings
