"""What Lighthouse says is counted as it was said: a lost point is named, and a missed aim stops the command."""

from typing import Any

from benchmarks.lighthouse import AIMS, TIMES, Verdict, verdict
from benchmarks.website import is_good, report

_FULL = dict.fromkeys(AIMS, 100)
_TIMES = dict.fromkeys(TIMES.values(), "1.0 s")


def _said(score: float, how: str = "binary") -> dict[str, Any]:
    """Return an answer in Lighthouse's shape, in which one rule of accessibility got this score."""
    shown = {name: {"displayValue": "1.0\u00a0s", "score": 1, "scoreDisplayMode": "numeric"} for name in TIMES}
    rule = {"title": "Colours can be told apart", "score": score, "scoreDisplayMode": how}
    return {
        "categories": {
            kind: {"score": 0.97, "auditRefs": [{"id": "colour", "weight": 7}] if kind == "accessibility" else []}
            for kind in AIMS
        },
        "audits": {**shown, "colour": rule},
    }


def test_points_times_and_what_cost_points_are_read_from_the_answer() -> None:
    read = verdict(_said(0))
    assert read.points == dict.fromkeys(AIMS, 97)
    assert read.times == _TIMES
    assert read.lost == ("accessibility: Colours can be told apart",)


def test_what_does_not_apply_costs_nothing() -> None:
    assert verdict(_said(0, "notApplicable")).lost == ()
    assert verdict(_said(1)).lost == ()


def test_one_bad_run_misses_an_aim_that_is_no_matter_of_speed() -> None:
    runs = [Verdict(_FULL, _TIMES, ()), Verdict({**_FULL, "accessibility": 99}, _TIMES, ())]
    assert not is_good(("home", runs))
    assert is_good(("home", runs[:1]))


def test_speed_is_the_median_because_a_busy_machine_slows_a_run() -> None:
    runs = [Verdict({**_FULL, "performance": points}, _TIMES, ()) for points in (60, 96, 100)]
    assert is_good(("home", runs))
    assert not is_good(("home", runs[:2] * 2))


def test_an_embed_need_not_be_found_by_search_engines() -> None:
    runs = [Verdict({**_FULL, "seo": 40}, _TIMES, ())]
    assert is_good(("embed", runs))
    assert not is_good(("home", runs))


def test_the_report_names_what_cost_points() -> None:
    told = report([("home", [Verdict(_FULL, _TIMES, ("seo: Links have words",))])], 1)
    assert "| home | 100 | 100 | 100 | 100 | 1.0 s |" in told
    assert "- home: seo: Links have words" in told
