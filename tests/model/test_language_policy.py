"""Limits of plain language: defaults, and limits that would hold for nothing or for everything."""

import pytest

from careleaf.model.language_policy import LanguagePolicy
from careleaf.model.page_type import PageType


def test_a_site_sets_the_grade_of_one_page_type_and_keeps_the_others() -> None:
    policy = LanguagePolicy(grades={PageType.CONDITION: 5.5})
    assert policy.grade_for(PageType.CONDITION) == 5.5
    assert (policy.grade_for(PageType.TREATMENT), policy.grade_for(PageType.SYMPTOM)) == (8, 7)


@pytest.mark.parametrize(
    "limits",
    [
        {"grades": {PageType.CONDITION: 0.5}},
        {"grades": {PageType.CONDITION: float("nan")}},
        {"tolerance": -1},
        {"tolerance": float("inf")},
        {"sentence_words": 0},
        {"paragraph_sentences": 0},
    ],
    ids=str,
)
def test_a_limit_that_cannot_be_meant_is_refused(limits: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="has to be"):
        LanguagePolicy(**limits)  # type: ignore[arg-type]
