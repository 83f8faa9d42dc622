"""In how many words a sentence says what its evidence says of a figure; and with which slips it says something else."""

from pathlib import Path

import pytest
import yaml

from careleaf.model.source import Evidence, Seen
from careleaf.rules.claims.disagreement import disagrees
from careleaf.rules.claims.evidence import figures_of_evidence

WORDINGS = yaml.safe_load(Path(__file__).with_name("figure_wordings.yml").read_text(encoding="utf-8"))
RIGHT = [(entry["says"], claim) for entry in WORDINGS for claim in entry.get("right", ())]
WRONG = [(entry["says"], claim) for entry in WORDINGS for claim in entry.get("wrong", ())]


def _disagrees(says: str, claim: str) -> bool:
    return disagrees(claim, figures_of_evidence(Evidence(says, "abstract", Seen.MIRROR)))


@pytest.mark.parametrize(("says", "claim"), RIGHT)
def test_the_same_in_other_words_is_let_be(says: str, claim: str) -> None:
    assert not _disagrees(says, claim)


@pytest.mark.parametrize(("says", "claim"), WRONG)
def test_a_slip_is_seen(says: str, claim: str) -> None:
    assert _disagrees(says, claim)
