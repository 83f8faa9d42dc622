"""What reading could not take in; a rule gives each kind its code and weight."""

from dataclasses import dataclass
from enum import StrEnum

from careleaf.model.finding import Finding


class FaultKind(StrEnum):
    """Why a file, or a part of one, could not be read."""

    MISSING_FRONT_MATTER = "missing-front-matter"
    UNREADABLE_RECORD = "unreadable-record"
    UNKNOWN_KEY = "unknown-key"
    DUPLICATE_KEY = "duplicate-key"
    INVALID_FIELD = "invalid-field"
    UNREADABLE_IMAGE = "unreadable-image"
    UNTRANSLATED_WORDS = "untranslated-words"
    ENGINE_WARNING = "engine-warning"
    UNPRINTABLE_ELEMENT = "unprintable-element"
    MISSING_GLYPH = "missing-glyph"
    UNUSABLE_TYPEFACE = "unusable-typeface"
    HIDDEN_CHARACTER = "hidden-character"
    UNWIELDY_PAGE = "unwieldy-page"
    FOREIGN_FILE = "foreign-file"
    ACTIVE_FILE = "active-file"
    UNUSED_SUPPRESSION = "unused-suppression"
    USELESS_BASELINE_ENTRY = "useless-baseline-entry"
    VANISHED_LOADER = "vanished-loader"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing reading stumbled over."""

    kind: FaultKind
    finding: Finding
