"""Blocks for health writing, by the names authors write: ``/// key-facts``.

The forms come from guidance that asks for them: do and don't lists from the NHS
(https://service-manual.nhs.uk/design-system/components/do-and-dont-lists), what is not known from DISCERN item 8 and
CDC's Clear Communication Index item 11, explicit steps and a question list from PEMAT-P and DISCERN item 15.
"""

from collections.abc import Mapping
from enum import StrEnum

LABEL_CLASS = "health-block__label"
"""The class of the words careleaf itself writes into a block's heading."""


class BlockKind(StrEnum):
    """What a block is for; its value is the name an author writes."""

    KEY_FACTS = "key-facts"
    DO = "do"
    DONT = "dont"
    NOT_KNOWN = "not-known"
    STEPS = "steps"
    QUESTIONS = "questions"
    DIARY = "diary"
    BEFORE_STOPPING = "before-stopping"
    ICONS = "icons"
    BARS = "bars"
    DIAL = "dial"


CONTENTS: Mapping[BlockKind, frozenset[str]] = {
    BlockKind.KEY_FACTS: frozenset({"ul", "ol"}),
    BlockKind.DO: frozenset({"ul"}),
    BlockKind.DONT: frozenset({"ul"}),
    BlockKind.STEPS: frozenset({"ol"}),
    BlockKind.QUESTIONS: frozenset({"ul", "ol"}),
    BlockKind.DIARY: frozenset({"ul"}),
    BlockKind.ICONS: frozenset({"table"}),
    BlockKind.BARS: frozenset({"table"}),
    BlockKind.DIAL: frozenset({"table"}),
}
"""The elements of which a block must hold one: steps are counted, the other lists need not be; charts are drawn from
a table."""

SAID_ALWAYS = frozenset({BlockKind.DO, BlockKind.DONT, BlockKind.BEFORE_STOPPING})
"""Kinds whose label stands before the author's own heading too: without it "Coffee" could mean either."""

SAID_ALONE = frozenset({BlockKind.KEY_FACTS, BlockKind.NOT_KNOWN})
"""Kinds whose label is the heading when the author gives none. Steps, questions and diary then have no heading:
they mostly stand right below one."""
