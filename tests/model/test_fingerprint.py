"""A finding is the same in two runs when its sentence is, wherever its line has gone."""

from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.model.fingerprint import fingerprint
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker

PAGE = MINIMAL_SITE["docs/sleep/get-help.md"]


def marks(settings: Path) -> list[str]:
    return [fingerprint(found) for found in check_site(settings, TODAY).findings]


@pytest.mark.parametrize(
    "moved",
    [
        "More words.\n\nAnother paragraph.\n\nHalf of us, 55%, sleep badly.\n",
        "Half of us,\n55%,   sleep\nbadly.\n",
        "Some sleep well. Half of us, 55%, sleep badly. So it is.\n",
        "Half of us, 55%, sleep __badly__.\n",
    ],
)
def test_it_stays_when_lines_move_or_are_wrapped(make_site: SiteMaker, moved: str) -> None:
    before = marks(make_site({"docs/sleep/get-help.md": f"{PAGE}\nHalf of us, 55%, sleep badly.\n"}))
    assert len(before) == 1
    assert marks(make_site({"docs/sleep/get-help.md": f"{PAGE}\n{moved}"})) == before


def test_it_changes_with_the_sentence_and_the_file(make_site: SiteMaker) -> None:
    first = marks(make_site({"docs/sleep/get-help.md": f"{PAGE}\nHalf of us, 55%, sleep badly.\n"}))
    other = marks(make_site({"docs/sleep/get-help.md": f"{PAGE}\nHalf of you, 55%, sleep badly.\n"}))
    assert len({*first, *other}) == 2


def test_two_findings_that_agree_are_told_apart(make_site: SiteMaker) -> None:
    twice = marks(make_site({"docs/sleep/get-help.md": f"{PAGE}\nHalf, 55%, sleep.\n\nHalf, 55%, sleep.\n"}))
    assert len(set(twice)) == 2
