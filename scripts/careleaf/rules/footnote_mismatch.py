"""Footnotes without a mark, marks without a footnote, and two footnotes of one name.

A mark without its footnote is printed as it stands; a footnote without a mark is printed as if it were cited; of two
of one name only one is shown.

Can be wrong when: a page explains footnotes. Put the example into code.

Give each footnote one mark and one text, or cite a source with `[@key]` instead.

Bad:  `Some text.[^a]` without a line `[^a]: …`
Good: `Some text.[^a]` and `[^a]: What the note says.`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.markdown_text import prose
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_NOTE = re.compile(r"^[ ]{0,3}\[\^(?P<label>[^\]\n]+)\]:", re.MULTILINE)
_MARK = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\n]+)\](?!:)")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each footnote or mark that has no other half."""
    for page in library.pages:
        yield from _page_findings(page)


def _page_findings(page: Page) -> Iterator[Finding]:
    text = prose(page.text)
    notes, marks = list(_NOTE.finditer(text)), list(_MARK.finditer(text))
    labels, cited = {m["label"] for m in notes}, {m["label"] for m in marks}
    for mark in (m for m in marks if m["label"] not in labels):
        message = f"No footnote `[^{mark['label']}]:` stands on this page."
        yield Finding(page.place(mark.start()), message, "Write the footnote, or remove its mark.")
    seen: set[str] = set()
    for note in notes:
        place, name = page.place(note.start()), f"`[^{note['label']}]`"
        if note["label"] in seen:
            yield Finding(place, f"A second footnote is named {name}.", "Give it another name.")
        elif note["label"] not in cited:
            yield Finding(place, f"Nothing on this page points to the footnote {name}.", "Add its mark, or remove it.")
        seen.add(note["label"])


RULE = Rule("FMT006", "footnote-mismatch", Severity.ERROR, "A footnote or its mark has no other half.", check=check)
