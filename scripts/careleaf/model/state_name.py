"""The states of a page, in the order in which they are asked."""

from enum import StrEnum


class StateName(StrEnum):
    """What a reader is told about the wording in front of them."""

    WITHDRAWN = "withdrawn"
    SOURCE_RETRACTED = "source-retracted"
    """It rests on a work that was taken back: what it says may be wrong in just that point."""
    CHANGED = "changed-since-review"
    OVERDUE = "overdue"
    REVIEWED = "reviewed"
    ADAPTED = "adapted"
    UNREVIEWED = "unreviewed"


NEVER_SHOWN = frozenset({StateName.WITHDRAWN, StateName.SOURCE_RETRACTED})
"""No policy lets these out: a notice stands in the page's place."""
