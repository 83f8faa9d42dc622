"""An asterisk between two digits, which Markdown takes for emphasis.

``2*5 mg and 3*5 mg`` is shown as "25 mg and 35 mg": one dose becomes another, and nothing warns of it.

Can be wrong when: only one such asterisk stands in a paragraph; it is shown as it is, until somebody adds a second.

Write a multiplication sign with spaces, or a backslash before the asterisk.

Bad:  `Take 2*5 mg in the morning and 3*5 mg at night.`
Good: `Take 2 × 5 mg in the morning and 3 × 5 mg at night.`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.markdown_text import prose
from careleaf.model.rule import Rule

_BESIDE = re.compile(r"(?<=\d)\*{1,3}(?=\d)")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each asterisk with a digit on both sides."""
    for page in library.pages:
        for match in _BESIDE.finditer(prose(page.text)):
            around = page.text[max(0, match.start() - 1) : match.end() + 1]
            message = f"The asterisk in `{around}` can be taken for emphasis, which joins the figures."
            yield Finding(page.place(match.start()), message, "Write ` × ` with spaces, or a backslash before it.")


RULE = Rule(
    "FMT011",
    "digit-beside-asterisk",
    Severity.ERROR,
    "An asterisk between digits joins two figures.",
    check=check,
    binding=True,
)
