"""Which day it is: pinned by an option or SOURCE_DATE_EPOCH, else the clock's."""

import os
from datetime import UTC, date, datetime

from careleaf.model.errors import ConfigError


def today(option: str | None = None) -> date:
    """Return the day a run looks at the library. Raises ConfigError for a day that does not exist."""
    if option:
        try:
            return date.fromisoformat(option)
        except ValueError as error:
            raise ConfigError(f"--date {option} is not a day; write it as 2026-11-23.") from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(f"SOURCE_DATE_EPOCH={epoch} is not a number of seconds since 1970.") from error


def pin_engine_clock(day: date) -> None:
    """Make MkDocs use the same day, so that the same pages and day give the same bytes."""
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
