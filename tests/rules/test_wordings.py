"""Everyday sentences beside made-up evidence: what follows from it is let pass, and what does not is found."""

from pathlib import Path

import pytest
import yaml

from careleaf.model.source import Evidence, Seen
from careleaf.rules.claims.disagreement import disagrees
from careleaf.rules.claims.evidence import figures_of_evidence

ENTRIES = [
    entry
    for name in ("wordings.yml", "value_wordings.yml")
    for entry in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


def _pairs(kind: str) -> list[tuple[str, str]]:
    return [(entry["says"], sentence) for entry in ENTRIES for sentence in entry[kind]]


@pytest.mark.parametrize(("says", "sentence"), _pairs("right"))
def test_a_sentence_in_other_words_is_let_pass(says: str, sentence: str) -> None:
    assert not disagrees(sentence, figures_of_evidence(Evidence(says, "abstract", Seen.MIRROR)))


@pytest.mark.parametrize(("says", "sentence"), _pairs("wrong"))
def test_a_sentence_with_a_slip_is_found(says: str, sentence: str) -> None:
    assert disagrees(sentence, figures_of_evidence(Evidence(says, "abstract", Seen.MIRROR)))
