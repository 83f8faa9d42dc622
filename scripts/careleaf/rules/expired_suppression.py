"""Suppressions whose last day has passed.

A finding was allowed up to a day on which somebody meant to look again. A date alone must not keep other pages from
going out. So a warning comes back, and an error stays allowed while its page is overdue: its readers are told, or get
its notice, as policy says.

Can be wrong when: somebody has looked again and did not change the day.

Mend the place. If the reason still holds, set a new day and say why.

Bad:  `<!-- careleaf: allow LNK003 until 2025-01-31: … -->`, built on 2026-11-23
Good: the link with words that say where it leads
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each suppression that is over."""
    on_topic_pages = {id(s) for page in library.topic_pages for s in page.suppressions}
    for suppression in library.suppressions:
        if library.is_usable(suppression) and suppression.is_over(library.today):
            is_overdue = id(suppression) in on_topic_pages and library.has_lapsed(suppression)
            outcome = "The page counts as overdue until then." if is_overdue else ""
            yield Finding(
                suppression.location,
                f"`{suppression.code}` was allowed here until {suppression.until}, which has passed.",
                f"Mend the place, or look again and set a new day. {outcome}".rstrip(),
            )


RULE = Rule("FMT903", "expired-suppression", Severity.WARNING, "A suppression's last day has passed.", check=check)
