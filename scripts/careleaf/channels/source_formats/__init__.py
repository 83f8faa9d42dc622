"""Sources for other programs: CSL-JSON, RIS, BibTeX; and as a record of our own.

Status and evidence stay here: what a work says is known to whoever opened it, not to whoever got a file. Beside that

- CSL-JSON carries everything (what CSL has no name for, in `custom.careleaf`) but `superseded_by`;
- RIS does not carry `kind`, `updated`, `archived`, `licence`, suffixes without a given name, nor the number of an ISSN
  beside an ISBN;
- BibTeX does not carry `kind`, `updated`, `archived` or `licence`.

Types for which RIS or BibTeX has no word become `document`.
"""

from careleaf.channels.source_formats.bibtex import render_bibtex
from careleaf.channels.source_formats.csl_json import render_csl_json
from careleaf.channels.source_formats.record import render_record
from careleaf.channels.source_formats.ris import render_ris

__all__ = ["render_bibtex", "render_csl_json", "render_record", "render_ris"]
