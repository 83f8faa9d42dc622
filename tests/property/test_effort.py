"""A page that is let through at a glance is one that the sums would let through."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careleaf.reading import effort

PIECES = st.sampled_from([*"[]()<{}`\\\n \t>*-1.", "word", "1. ", "- ", "> ", "\n\n", "](", "a | b\n--|--\n", "<b "])
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Limits so low that random texts reach them."""
    for name, limit in {"MAX_REACH": 300, "MAX_COPIED": 400, "MAX_SIGNS": 1_500}.items():
        monkeypatch.setattr(effort, name, limit)
    return monkeypatch


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_the_glance_and_the_sums_agree(small: pytest.MonkeyPatch, text: str) -> None:
    quick = effort.find_problem(text)
    with small.context() as patched:
        patched.setattr(effort, "_is_cheap", lambda _text: False)
        assert effort.find_problem(text) == quick


@given(st.lists(st.sampled_from([" ", "\t", "> ", "- ", "12. ", "1234567890", "x", "\n"]), max_size=80).map("".join))
def test_what_is_nested_too_deep_is_seen_wherever_it_stands(text: str) -> None:
    runs = [run for line in text.split("\n") for run in line.replace("1234567890", "x").split("x")]
    deep = any(len(run.expandtabs(4)) > 120 or run.count("> ") > effort.MAX_MARKERS for run in runs)
    problem = effort.find_problem(text)
    assert not deep or (problem is not None and "nested" in problem[1])
