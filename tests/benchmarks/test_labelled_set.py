"""The labelled set is what its README says: large, balanced, without doubles, and split by id alone."""

from collections import Counter

import pytest
from benchmarks.claims.labelled_set import HERE, Label, Pair, Part, Sentence, pairs, part_of, sentences

SENTENCES = sentences()
PAIRS = pairs()


def test_the_set_has_the_sizes_its_readme_states() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    topics = {sentence.id.rpartition("-")[0] for sentence in SENTENCES}
    assert f"{len(SENTENCES)} sentences from {len(topics)} topics" in text
    assert f"{len(PAIRS)} sentences beside {len({pair.says for pair in PAIRS})} evidence statements" in text
    assert len(SENTENCES) >= 420
    assert len(topics) >= 25
    assert len(PAIRS) >= 400


def test_no_sentence_and_no_pair_stands_in_the_set_twice() -> None:
    assert len({_folded(sentence.text) for sentence in SENTENCES}) == len(SENTENCES)
    assert len({(_folded(pair.claim), pair.says) for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("items", [SENTENCES, PAIRS], ids=["sentences", "pairs"])
def test_every_id_is_used_once(items: tuple[Sentence | Pair, ...]) -> None:
    assert len({item.id for item in items}) == len(items)


@pytest.mark.parametrize("part", Part)
def test_about_half_of_each_part_needs_a_citation(part: Part) -> None:
    labels = Counter(sentence.label for sentence in SENTENCES if sentence.part is part)
    assert 0.4 < labels[Label.NONE] / labels.total() < 0.6
    assert all(labels[label] >= 5 for label in Label)


@pytest.mark.parametrize("part", Part)
def test_about_half_of_the_pairs_of_each_part_agree(part: Part) -> None:
    agrees = [pair.agrees for pair in PAIRS if pair.part is part]
    assert 0.4 < sum(agrees) / len(agrees) < 0.6


@pytest.mark.parametrize("items", [SENTENCES, PAIRS], ids=["sentences", "pairs"])
def test_about_a_third_is_held_out(items: tuple[Sentence | Pair, ...]) -> None:
    held_out = sum(item.part is Part.HELD_OUT for item in items)
    assert 0.30 < held_out / len(items) < 0.37


def test_a_part_follows_from_the_id_and_never_moves() -> None:
    held_out = [number for number in range(6) if part_of(f"item-{number}") is Part.HELD_OUT]
    assert held_out == [0, 5]


def test_pairs_of_one_evidence_statement_are_in_one_part() -> None:
    parts = {(pair.says, pair.part) for pair in PAIRS}
    assert len(parts) == len({pair.says for pair in PAIRS})


def test_a_wrong_pair_names_what_is_wrong() -> None:
    assert [pair.id for pair in PAIRS if not pair.why.strip()] == []


def test_only_a_sentence_without_an_error_carries_a_warning() -> None:
    assert [s.id for s in SENTENCES if s.warns and s.label is not Label.NONE] == []


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
