"""References from other programs: CSL-JSON, RIS and BibTeX, each read entry by entry.

Whatever stands in such a file becomes plain text in a field or is named as unreadable. Nothing in it is executed,
looked up or followed; sizes are bounded.
"""

from careleaf.reading.source_import.entry import Entry, Reference, Unreadable
from careleaf.reading.source_import.item import source_of
from careleaf.reading.source_import.references import ENDINGS, parse_references

__all__ = ["ENDINGS", "Entry", "Reference", "Unreadable", "parse_references", "source_of"]
