"""A clinic whose topics carry diagnosis codes: some signed, one late, one never read, one withdrawn."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.model.canonical import canonical_text
from tests.conftest import MINIMAL_SITE, TODAY, write_file
from tests.reviews import enter_review

SITE_URL = "https://health.test/leaflets/"


def topic(title: str, codes: str) -> str:
    return f"""\
---
title: '{title}'
description: About it.
type: lifestyle
main_message: Rest well.
authors: [test-author]
written_on: 2026-10-01
codes: {{{codes}}}
---

Rest is a good thing to have.

## At night

Rest at night.

### Later

Rest more.

## By day

In a survey, 40% said they slept badly.[@test-survey#sleep]
"""


TOPICS: Mapping[str, str] = {
    "legs": topic("Restless legs", "icd-10-cm: [G25.81], mesh: [D012148], snomed-ct: ['32914008']"),
    "pain": topic("Pain in the leg", "icd-10-cm: [M79.604, M79.605, T36.0X1A]"),
    "heart": topic("Heart failure", "icd-10-cm: [I50]"),
    "pressure": topic("High pressure", "icd-10-cm: [I10], icd-10: [I10]"),
    "late": topic("Heartburn", "icd-10-cm: [K21.9]"),
    "gone": topic("Gone", "icd-10-cm: [R51.9]"),
}
SIGNED = ("legs", "pain", "heart", "late")
_HOME = "".join(f"\nRead [about {name}]({name}/index.md).\n" for name in TOPICS)
POLICY = """\
site_id: test-clinic
publisher: Test clinic
publish:
  site: [reviewed, adapted, overdue, unreviewed]
  handout: [reviewed, adapted, overdue, unreviewed]
  embed: [reviewed, adapted, overdue, unreviewed]
"""
FILES: Mapping[str, str] = {
    **MINIMAL_SITE,
    "mkdocs.yml": MINIMAL_SITE["mkdocs.yml"].replace("site_name", f"site_url: {SITE_URL}\nsite_name", 1),
    "docs/index.md": MINIMAL_SITE["docs/index.md"] + _HOME,
    "docs/_data/policy.yml": POLICY,
    "docs/_data/published.yml": """\
pages:
  legs/:
    title: Restless legs
    versions:
      - {digest: c1-1111111111111111111111111111111111111111111111111111111111111111, released_on: 2026-10-02}
      - {digest: c1-2222222222222222222222222222222222222222222222222222222222222222, released_on: 2026-10-20}
  gone/:
    status: withdrawn
    title: Gone
    versions:
      - {digest: c1-3333333333333333333333333333333333333333333333333333333333333333, released_on: 2026-10-02}
    withdrawn_on: 2026-11-01
    withdrawn_by: Test Reviewer
    reason: It was wrong.
    replaced_by: heart/
  old/: {status: moved, replaced_by: heart/}
""",
    **{f"docs/{name}/index.md": text for name, text in TOPICS.items()},
}


def write_coded_clinic(folder: Path, files: Mapping[str, str] | None = None, signed: tuple[str, ...] = SIGNED) -> Path:
    """Write the site with its reviews; return its mkdocs.yml."""
    for path, content in {**FILES, **(files or {})}.items():
        write_file(folder / path, content)
    settings = folder / "mkdocs.yml"
    library = judged_run(settings, TODAY).library
    for name in signed:
        due_on = date(2026, 11, 20) if name == "late" else date(2027, 11, 1)
        text = canonical_text(library.pages_by_id[f"{name}/index"], library)
        enter_review(settings, f"{name}/index", text, date(2026, 11, 2), due_on)
    return settings
