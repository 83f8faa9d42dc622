"""How a build ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from careleaf.model.report import Report

Progress = Callable[[str], None]
"""Hears in words what is being done."""


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended."""

    report: Report
    site_dir: Path
    faults: tuple[str, ...] = ()
    """What the verifier found wrong in the output, in sentences."""

    @property
    def published(self) -> bool:
        """Whether the new site is in its place."""
        return not self.report.errors and not self.faults
