"""The labelled set is what its README says: large, balanced, without doubles, and split by id alone."""

from collections import Counter

import pytest
from benchmarks.claims.labelled_set import HERE, Label, Pair, Part, Sentence, pairs, part_of, sentences

SENTENCES = sentences()
PAIRS = pairs()
FIRST = {Part.DEVELOPMENT, Part.HELD_OUT}
FIRST_SENTENCES = tuple(sentence for sentence in SENTENCES if sentence.part in FIRST)
FIRST_PAIRS = tuple(pair for pair in PAIRS if pair.part in FIRST)
FRESH_SENTENCES = tuple(sentence for sentence in SENTENCES if sentence.part is Part.FRESH)
FRESH_PAIRS = tuple(pair for pair in PAIRS if pair.part is Part.FRESH)
BLIND_SENTENCES = tuple(sentence for sentence in SENTENCES if sentence.part is Part.BLIND)
BLIND_PAIRS = tuple(pair for pair in PAIRS if pair.part is Part.BLIND)
PRACTICE_SENTENCES = tuple(sentence for sentence in SENTENCES if sentence.part is Part.PRACTICE)
PRACTICE_PAIRS = tuple(pair for pair in PAIRS if pair.part is Part.PRACTICE)
UNREAD_PAIRS = tuple(pair for pair in PAIRS if pair.part is Part.UNREAD)


def test_the_first_set_has_the_sizes_its_readme_states() -> None:
    _assert_readme_states_sizes(FIRST_SENTENCES, FIRST_PAIRS)
    assert len(FIRST_SENTENCES) >= 420
    assert len(FIRST_PAIRS) >= 400


def test_the_fresh_part_has_the_sizes_its_readme_states() -> None:
    _assert_readme_states_sizes(FRESH_SENTENCES, FRESH_PAIRS)
    assert len(FRESH_SENTENCES) >= 200
    assert len(FRESH_PAIRS) >= 220


def test_the_blind_part_has_the_sizes_its_readme_states() -> None:
    _assert_readme_states_sizes(BLIND_SENTENCES, BLIND_PAIRS)


def test_the_practice_part_has_the_sizes_its_readme_states() -> None:
    _assert_readme_states_sizes(PRACTICE_SENTENCES, PRACTICE_PAIRS)


def test_the_unread_part_has_the_size_its_readme_states() -> None:
    statements = len({pair.says for pair in UNREAD_PAIRS})
    stated = f"{len(UNREAD_PAIRS)} sentences beside {statements} evidence statements"
    assert stated in (HERE / "README.md").read_text(encoding="utf-8")
    assert len(UNREAD_PAIRS) >= 260


@pytest.mark.parametrize(
    "items",
    [FIRST_SENTENCES, FRESH_SENTENCES, BLIND_SENTENCES, PRACTICE_SENTENCES],
    ids=["first", "fresh", "blind", "practice"],
)
def test_the_sentences_come_from_many_topics(items: tuple[Sentence, ...]) -> None:
    assert len(_topics(items)) >= 25


def test_no_sentence_and_no_pair_stands_in_the_set_twice() -> None:
    assert len({_folded(sentence.text) for sentence in SENTENCES}) == len(SENTENCES)
    assert len({(_folded(pair.claim), pair.says) for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("items", [SENTENCES, PAIRS], ids=["sentences", "pairs"])
def test_every_id_is_used_once(items: tuple[Sentence | Pair, ...]) -> None:
    assert len({item.id for item in items}) == len(items)


@pytest.mark.parametrize("part", sorted({sentence.part for sentence in SENTENCES}))
def test_about_half_of_each_part_needs_a_citation(part: Part) -> None:
    labels = Counter(sentence.label for sentence in SENTENCES if sentence.part is part)
    assert 0.4 < labels[Label.NONE] / labels.total() < 0.6
    assert all(labels[label] >= 5 for label in Label)


@pytest.mark.parametrize("part", Part)
def test_about_half_of_the_pairs_of_each_part_agree(part: Part) -> None:
    agrees = [pair.agrees for pair in PAIRS if pair.part is part]
    assert 0.4 < sum(agrees) / len(agrees) < 0.6


@pytest.mark.parametrize("items", [FIRST_SENTENCES, FIRST_PAIRS], ids=["sentences", "pairs"])
def test_about_a_third_of_the_first_set_is_held_out(items: tuple[Sentence | Pair, ...]) -> None:
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


def _assert_readme_states_sizes(own: tuple[Sentence, ...], compared: tuple[Pair, ...]) -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    assert f"{len(own)} sentences from {len(_topics(own))} topics" in text
    assert f"{len(compared)} sentences beside {len({pair.says for pair in compared})} evidence statements" in text


def _topics(items: tuple[Sentence, ...]) -> set[str]:
    return {sentence.id.rpartition("-")[0] for sentence in items}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
