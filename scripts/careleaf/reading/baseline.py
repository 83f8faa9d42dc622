"""The file of a baseline: one line a finding, ordered by file, so that a difference shows what was mended."""

import re
from pathlib import Path

from careleaf.model.baseline import Baseline, BaselineEntry
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.fingerprint import LENGTH
from careleaf.reading.text_file import read_text

_ENTRY = re.compile(rf"(?P<code>[A-Z][A-Z0-9]{{2}}\d{{3}}) (?P<fingerprint>[0-9a-f]{{{LENGTH}}}) (?P<path>\S.*?): .*")


def read_baseline(file: Path, path: str) -> tuple[Baseline, list[Fault]]:
    """Read a baseline; `path` names it in faults."""
    text, fault = read_text(file, path)
    if text is None:
        return Baseline(), [fault] if fault else []
    entries, faults = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        place = Location(path, number)
        if not line.strip() or line.startswith("#"):
            continue
        match = _ENTRY.fullmatch(line)
        if match is None:
            faults.append(_no_entry(place))
        else:
            entries.append(BaselineEntry(match["code"], match["fingerprint"], match["path"], place))
    return Baseline(tuple(entries)), faults


def _no_entry(place: Location) -> Fault:
    advice = "Let `careleaf check` write the file: `--baseline FILE --update-baseline`."
    return Fault(FaultKind.UNREADABLE_RECORD, Finding(place, "This is no line of a baseline.", advice))
