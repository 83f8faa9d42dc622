"""In how many ways people put a statement down to somebody, and give an amount; and what only looks like it."""

from pathlib import Path

import pytest
import yaml

from careleaf.model.sentence import split_sentences
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.causal import find_causal_wording
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.quantifier import find_quantifier

WORDINGS = yaml.safe_load(Path(__file__).with_name("claim_wordings.yml").read_text(encoding="utf-8"))


def _is_attributed(text: str) -> bool:
    return any(find_attribution(sentence.text) for sentence in split_sentences(text))


def _has_figure(text: str) -> bool:
    return any(figures_to_cite(sentence) for sentence in split_sentences(text))


@pytest.mark.parametrize("text", WORDINGS["attribution"])
def test_somebody_is_said_to_state_it(text: str) -> None:
    assert _is_attributed(text)


@pytest.mark.parametrize("text", WORDINGS["no_attribution"])
def test_nobody_is_said_to_state_it(text: str) -> None:
    assert not _is_attributed(text)


@pytest.mark.parametrize("text", WORDINGS["figure"])
def test_an_amount_is_seen(text: str) -> None:
    assert _has_figure(text)


@pytest.mark.parametrize("text", WORDINGS["no_figure"])
def test_no_amount_is_seen(text: str) -> None:
    assert not _has_figure(text)


@pytest.mark.parametrize("text", WORDINGS["causal"])
def test_an_effect_is_seen(text: str) -> None:
    assert find_causal_wording(text)


@pytest.mark.parametrize("text", WORDINGS["no_causal"])
def test_no_effect_is_seen(text: str) -> None:
    assert not find_causal_wording(text)


@pytest.mark.parametrize("text", WORDINGS["quantifier"])
def test_a_word_for_a_number_is_seen(text: str) -> None:
    assert find_quantifier(text)


@pytest.mark.parametrize("text", WORDINGS["no_quantifier"])
def test_no_word_for_a_number_is_seen(text: str) -> None:
    assert not find_quantifier(text)
