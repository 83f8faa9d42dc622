"""Reading grades, against sentences counted by hand and the formulas worked out on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.readability.grade import TextCounts, count_sentence, total, words_of
from careleaf.model.readability.syllables import count_syllables


@pytest.mark.parametrize(
    ("text", "words", "syllables", "hard"),
    [
        ("The cat sat on the mat.", 6, 6, 0),
        ("Ask your doctor about a blood test.", 7, 9, 0),
        ("Regular exercise helps many people.", 5, 11, 2),  # reg-u-lar ex-er-cise helps man-y peo-ple
        ("It’s a well-known, low-salt food.", 5, 7, 0),  # a hyphenated word is one word
        ("Take 20 mg at 8.", 5, 7, 0),  # numbers digit by digit, units letter by letter
        ("RLS is common.", 3, 6, 1),  # R-L-S
        ("Medication requires individual evaluation.", 4, 16, 3),
        ("See https://clinic.test/legs or www.clinic.test, or write to us@clinic.test.", 5, 5, 0),
        ("…", 0, 0, 0),
        ("", 0, 0, 0),
    ],
)
def test_a_sentence_is_counted_as_a_person_would(text: str, words: int, syllables: int, hard: int) -> None:
    counts = count_sentence(text)
    assert (counts.words, counts.syllables, counts.hard_words) == (words, syllables, hard)
    assert counts.sentences == (1 if words else 0)


def test_grades_are_those_worked_out_by_hand() -> None:
    counts = TextCounts(sentences=10, words=100, syllables=150, hard_words=12)
    assert counts.flesch_kincaid == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)  # 6.01
    assert counts.smog == pytest.approx(9.3872, abs=1e-4)  # 3.1291 + 1.0430 × √36


def test_a_text_is_as_hard_as_its_sentences_together() -> None:
    texts = ["The cat sat on the mat.", "Ask your doctor about a blood test."]
    assert total(map(count_sentence, texts)) == TextCounts(sentences=2, words=13, syllables=15, hard_words=0)


def test_an_empty_text_has_no_grade() -> None:
    nothing = TextCounts()
    assert (nothing.flesch_kincaid, nothing.smog, nothing.is_gradable) == (0, 0, False)


@pytest.mark.parametrize(("words", "gradable"), [(99, False), (100, True)])
def test_fewer_than_a_hundred_words_get_no_grade(words: int, gradable: bool) -> None:
    assert TextCounts(sentences=5, words=words, syllables=150).is_gradable is gradable


SYLLABLES = {
    1: "time times while stopped called legs",
    2: "needed muscle muscles changes lately safety something someone guideline couldn’t people rhythm chronic "
    "symptoms science being fibre litres hundred tremor evenings asthma diet fluid",
    3: "obvious calcium exercise medicine video reaction easier everyone pregnancy ferritin dopamine ratio medically",
    4: "diabetes metabolic magnesium society",
    5: "metabolism association",
}


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables_of_common_words_are_right(count: int, word: str) -> None:
    assert count_syllables(word) == count


@given(st.text())
def test_any_text_can_be_counted(text: str) -> None:
    counts = count_sentence(text)
    assert counts.words == len(words_of(text))
    assert counts.syllables >= counts.words >= counts.hard_words >= 0


@given(st.text(min_size=1, max_size=60))
def test_every_word_has_a_syllable(word: str) -> None:
    assert count_syllables(word) >= 1
