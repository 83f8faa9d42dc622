"""The baseline on disk: made once, and only ever shortened."""

from dataclasses import replace
from pathlib import Path

from careleaf.model.errors import ConfigError
from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.baseline_text import render_baseline
from careleaf.rules import useless_baseline_entry
from careleaf.rules.lookups.baseline import may_be_held


def create_baseline(file: Path, report: Report) -> Report:
    """Write every error that may be held into a new baseline; return the report without them.

    Raises:
        ConfigError: the file is there already, or cannot be written.
    """
    held = tuple(found for found in report.findings if may_be_held(found))
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(render_baseline(held))
    except FileExistsError as error:
        raise ConfigError(f"{file} is there already; --update-baseline takes out what was mended.") from error
    except OSError as error:
        raise ConfigError(f"{file} cannot be written: {error.strerror}.") from error
    kept = tuple(found for found in report.findings if not may_be_held(found))
    return replace(report, findings=kept, in_baseline=(*report.in_baseline, *held))


def update_baseline(file: Path, report: Report) -> Report:
    """Take out of a baseline what is no longer found; return the report without findings about such lines.

    Raises:
        ConfigError: something could not be read, or the file cannot be written; it is what it was.
    """
    unread = sorted({found.rule.code for found in report.findings if _hides_others(found)})
    if unread or not report.pages:
        raise ConfigError(f"Not all could be read, so nobody knows what was mended. Correct {', '.join(unread)} first.")
    unfinished = file.with_name(f".{file.name}.new")
    try:
        unfinished.write_text(render_baseline(report.in_baseline), encoding="utf-8", newline="\n")
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ConfigError(f"{file} cannot be written: {error.strerror}.") from error
    return replace(report, findings=tuple(found for found in report.findings if not _is_useless(found)))


def _hides_others(found: RuleFinding) -> bool:
    """Tell whether a finding keeps others from being found: a file or a part of one could not be taken in."""
    return found.rule.code.startswith("FMT0") and found.rule.weight.is_binding


def _is_useless(found: RuleFinding) -> bool:
    return found.rule.code == useless_baseline_entry.RULE.code
