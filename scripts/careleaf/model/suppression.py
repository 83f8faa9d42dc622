"""A suppression: an author's word that a finding is known and may stand, why, and until when."""

from dataclasses import dataclass
from datetime import date

from careleaf.model.finding import Location


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment ``careleaf: allow CODE until DAY: reason``; what is missing in it is empty."""

    location: Location
    first_line: int
    """The lines of the file it covers: from its own to the end of the block, or key, behind it."""
    last_line: int
    code: str = ""
    until: date | None = None
    """The last day on which it holds."""
    reason: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it says all it must."""
        return bool(self.code and self.until and self.reason)

    def covers(self, code: str, place: Location) -> bool:
        """Tell whether a rule's finding at a place is meant."""
        at_its_lines = self.first_line <= place.line <= self.last_line
        return code == self.code and place.path == self.location.path and at_its_lines

    def is_over(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and self.until < today

    def is_far_off(self, today: date, days: int) -> bool:
        """Tell whether it would last longer than so many days."""
        return self.until is not None and (self.until - today).days > days
