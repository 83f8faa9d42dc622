"""Where a sentence ends; the tricky ones are from health texts."""

import pytest

from careleaf.model.sentence import split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Take it for 10 min. | Then rest.",
        "Come at 3 p.m. | Do not eat before.",
        "Dr. A and Prof. B said so. | Others did not.",
        "It helps some people, e.g. Runners and walkers. | It may help you.",
        "A study by A. Tester found it. | Nobody repeated it.",
        "He has hepatitis C. | It can be treated.",
        "In the U.S. it is common. | In Europe it is not.",
        "It is common in the U.S. | It is rare elsewhere.",
        "“It hurts.” | She said no more.",
        "Does it hurt? | Yes! | Rest then.",
        "It rose by 1.5 mg. | 3 people stopped.",
        "See fig. 2 and No. 5 in the list. | That is all.",
        "Wait… | Then call.",
        "(It is rare.) | Ask anyway.",
        "one line without a stop",
        "Type 2 vs. Type 1 is another matter. | So is this.",
    ],
)
def test_sentences_are_split(text: str) -> None:
    parts = text.split(" | ")
    assert [sentence.text for sentence in split_sentences(" ".join(parts))] == parts


def test_a_question_is_known_as_one() -> None:
    first, second = split_sentences("Does it hurt? It does.")
    assert (first.is_question, second.is_question) == (True, False)


def test_offsets_point_into_the_text() -> None:
    text = "  One here.   Two there. "
    assert [(s.start, s.end) for s in split_sentences(text)] == [(2, 11), (14, 24)]
