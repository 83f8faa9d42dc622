"""What MkDocs grumbles about, kept: a log line alone is never a result."""

import logging

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location

_COVERED = "mkdocs.structure.pages"
"""Its warnings are about links; our own rules report those at their line."""


class EngineWarnings(logging.Handler):
    """Collects warnings of the `mkdocs` loggers while a site is built."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message; called by `logging`."""
        if record.name != _COVERED:
            self.messages.append(record.getMessage())

    def __enter__(self) -> "EngineWarnings":
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def faults(self, settings_path: str) -> list[Fault]:
        """Return the messages as faults of the site's settings."""
        place = Location(settings_path)
        advice = "Correct mkdocs.yml or the file named."
        findings = [Finding(place, f"MkDocs warns: {_one_line(m)}", advice) for m in dict.fromkeys(self.messages)]
        return [Fault(FaultKind.ENGINE_WARNING, finding) for finding in findings]


def _one_line(message: str) -> str:
    return " ".join(message.split()).rstrip(".") + "."
