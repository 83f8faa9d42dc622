"""A report shows what was measured before beside what is measured now, and says when each was."""

from pathlib import Path

import msgspec
import pytest
from benchmarks.kept_runs import KEPT, with_kept
from benchmarks.measure import Cost
from benchmarks.report import Run, render_report


def run(pages: int, wall: float, conditions: str) -> Run:
    return Run(pages, conditions, {"plain": Cost(wall, wall, 30), "build": Cost(2 * wall, 3 * wall, 200)})


def test_a_size_measured_before_stands_beside_a_new_one_with_its_own_day(tmp_path: Path) -> None:
    assert with_kept([run(10_000, 900, "On Monday.")], tmp_path) == [run(10_000, 900, "On Monday.")]
    runs = with_kept([run(100, 1, "On Friday.")], tmp_path)
    report, plot = render_report(runs)
    small, large = report.index("## 100 pages\n\nOn Friday."), report.index("## 10,000 pages\n\nOn Monday.")
    assert small < large
    assert "10,000" in plot
    assert "MkDocs with Material, website only: 1.48, from 100 to 10,000 pages" in report


def test_a_size_measured_again_is_told_once_and_as_it_is_now(tmp_path: Path) -> None:
    with_kept([run(100, 1, "On Monday."), run(1_000, 12, "On Monday.")], tmp_path)
    runs = with_kept([run(100, 2, "On Friday.")], tmp_path)
    assert [(one.pages, one.conditions) for one in runs] == [(100, "On Friday."), (1_000, "On Monday.")]


def test_ratios_are_those_within_one_run() -> None:
    report, _ = render_report([run(100, 1, "On Monday."), run(1_000, 10, "On Friday.")])
    assert report.count("| 2.00 |") == 2


def test_a_file_that_holds_no_runs_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text("[1]")
    with pytest.raises(msgspec.MsgspecError):
        with_kept([run(100, 1, "On Monday.")], tmp_path)
    assert (tmp_path / KEPT).read_text() == "[1]"
