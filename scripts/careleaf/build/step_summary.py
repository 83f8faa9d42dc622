"""The summary of a step on GitHub: a file that steps add to."""

from pathlib import Path

from careleaf.model.report import Report
from careleaf.reporters.step_summary import MOST_BYTES, render_step_summary


def append_step_summary(file: Path, report: Report) -> None:
    """Add the table of findings to the file; without it the findings stand in the log all the same."""
    try:
        room = MOST_BYTES - (file.stat().st_size if file.exists() else 0)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(render_step_summary(report, room))
    except OSError:
        return
