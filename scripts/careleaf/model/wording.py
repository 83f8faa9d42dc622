"""The words around a page, in the site's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wording:
    """All interface sentences of one language."""

    language: str
    texts: Mapping[str, str]
    months: tuple[str, ...]
    """Twelve names."""

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its gaps filled; dates are written out."""
        return self.texts[key].format_map({k: self._in_words(v) for k, v in values.items()})

    def date(self, day: date) -> str:
        """Write a day out, so that nobody has to guess which number is the month."""
        return self.texts["date"].format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def month(self, year: int, month: int) -> str:
        """Write a month out."""
        return self.texts["month"].format(month=self.months[month - 1], year=year)

    def _in_words(self, value: object) -> str:
        return self.date(value) if isinstance(value, date) else str(value)
