"""From a file's text to sources, by the file's ending."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from careleaf.reading.source_import.bibtex import parse_bibtex
from careleaf.reading.source_import.csl_json import parse_csl_json
from careleaf.reading.source_import.entry import MAX_ENTRIES, Entry, Reference, Unreadable
from careleaf.reading.source_import.item import source_of
from careleaf.reading.source_import.ris import parse_ris

Parser = Callable[[str], Iterator[Entry | Unreadable]]

ENDINGS: Mapping[str, Parser] = {".json": parse_csl_json, ".ris": parse_ris, ".bib": parse_bibtex}


def parse_references(text: str, ending: str, today: date) -> Iterator[Reference | Unreadable]:
    """Yield every entry of a file in its order, as a source or as what could not be read; never raises.

    Args:
        text: the file's text.
        ending: a key of `ENDINGS`.
        today: the day of access of entries that name none.
    """
    for number, entry in enumerate(ENDINGS[ending](text), start=1):
        if number > MAX_ENTRIES:
            yield Unreadable(entry.line, entry.label, f"The file has more than {MAX_ENTRIES} entries; split it up.")
            return
        yield source_of(entry, today) if isinstance(entry, Entry) else entry
