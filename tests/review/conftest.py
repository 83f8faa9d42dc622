"""A small clinic whose pages get reviewed."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from careleaf.build.judging import judged_run
from careleaf.cli.main import main
from careleaf.model.state import PageState, page_state
from tests.conftest import TODAY, SiteMaker

REVIEWER = """\
name: Test Reviewer
credentials: MD
roles: [reviewer]
reviews_as: [sleep physician]
conflict_of_interest: {statement: None., declared_on: 2026-01-05}
"""
SECOND = REVIEWER.replace("Test Reviewer", "Second Reviewer").replace("sleep physician", "nurse specialist")
POLICY = """\
site_id: test-clinic
publish:
  site: [reviewed, adapted, overdue, unreviewed, changed-since-review]
  handout: [reviewed, adapted, overdue, unreviewed, changed-since-review]
  embed: [reviewed, adapted, overdue, unreviewed, changed-since-review]
"""
PEOPLE = {
    "docs/_data/people/test-reviewer.yml": REVIEWER,
    "docs/_data/people/second-reviewer.yml": SECOND,
    "docs/_data/policy.yml": POLICY,
}


class Clinic:
    """A site on disk, and what its editor does."""

    def __init__(self, settings: Path) -> None:
        self.settings = settings
        self.root = settings.parent
        self.register = self.root / "docs/_data/reviews/sleep/index.yml"

    def state(self, page: str = "sleep/index", today: date = TODAY) -> PageState:
        library = judged_run(self.settings, today).library
        return page_state(library.pages_by_id[page], library)

    def errors(self, today: date = TODAY) -> list[str]:
        report = judged_run(self.settings, today).report
        return [found.rule.name for found in report.errors]

    def run(self, *arguments: str, today: date = TODAY) -> int:
        action, *rest = arguments
        return main(["review", "-f", str(self.settings), "--date", str(today), action, *rest])

    def sign(self, page: str = "sleep/index", *more: str, on: str = "2026-11-20", today: date = TODAY) -> int:
        given = {"--reviewer": "test-reviewer", "--on": on, "--digest": self.state(page, today).digest}
        given |= dict(zip(more[::2], more[1::2], strict=True))
        return self.run("sign", page, *(part for pair in given.items() for part in pair), today=today)

    def texts(self) -> list[Path]:
        return sorted(self.register.with_suffix("").glob("*.txt"))

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


ClinicMaker = Callable[..., Clinic]


@pytest.fixture
def make_clinic(make_site: SiteMaker) -> ClinicMaker:
    """Make a clinic; `files` adds to it or replaces parts."""

    def make(files: Mapping[str, str] | None = None) -> Clinic:
        return Clinic(make_site({**PEOPLE, **(files or {})}))

    return make


@pytest.fixture
def clinic(make_clinic: ClinicMaker) -> Clinic:
    return make_clinic()
