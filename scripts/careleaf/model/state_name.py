"""The six states of a page, in the order in which they are asked."""

from enum import StrEnum


class StateName(StrEnum):
    """What a reader is told about the wording in front of them."""

    WITHDRAWN = "withdrawn"
    CHANGED = "changed-since-review"
    OVERDUE = "overdue"
    REVIEWED = "reviewed"
    ADAPTED = "adapted"
    UNREVIEWED = "unreviewed"
