r"""Words or figures that were lost, added or changed between the file and the page.

Markdown loses text in silence: ``2*5 mg and 3*5 mg`` is shown as 25 mg and 35 mg, the amount in ``## Dose {5 mg}`` is
taken for markup, a table cell too many vanishes. A page can be cited, reviewed and signed and still show another dose
than its author wrote. So every word of the file is held against every word of the page, in order.

Can be wrong when: an extension of the site's own prints words that no author wrote, such as a date it adds. Take that
extension out, or write the words into the page.

What to do: put a backslash before the sign that was taken for markup (``2\*5``), or a space on both sides of it.

Bad:  ``Take 2*5 mg in the morning and 3*5 mg at night.``
Good: ``Take 2 × 5 mg in the morning and 3 × 5 mg at night.``
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.gap import Gap
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each stretch in which a page differs from its file."""
    for page in library.pages:
        for gap in page.body.gaps:
            help_text = "Escape the sign that was taken for markup with a backslash, or write the words another way."
            yield Finding(gap.location, _message(gap), help_text)


def _message(gap: Gap) -> str:
    if not gap.shown:
        return f"`{gap.written}` was written here and is lost on the page."
    if not gap.written:
        return f"The page shows `{gap.shown}` here, which nobody wrote."
    return f"`{gap.written}` was written here, and the page shows `{gap.shown}`."


RULE = Rule(
    "OUT020",
    "changed-text",
    Severity.ERROR,
    "Words or figures differ between the file and the page",
    check=check,
    binding=True,
)
