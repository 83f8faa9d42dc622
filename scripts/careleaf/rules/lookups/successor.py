"""What takes the place of a superseded source in the end."""

from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.source import Source, SourceStatus


def final_successor(library: Library, key: str) -> Record[Source] | None:
    """Follow `superseded_by` to a source that is not superseded itself; None when the way ends or turns in a circle."""
    seen = set()
    record = library.sources.get(key)
    while record is not None and record.id not in seen:
        seen.add(record.id)
        following = library.sources.get(record.value.superseded_by)
        if following is not None and following.value.status is not SourceStatus.SUPERSEDED:
            return following
        record = following
    return None
