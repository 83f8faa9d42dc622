"""Records that exist but could not be read: one finding is enough for them."""

from careleaf.model.library import Library


def is_unread(library: Library, register: str, record_id: str) -> bool:
    """Tell whether a record's own file has a fault, so that its absence needs no second finding."""
    ending = f"/{register}/{record_id}.yml"
    return any(fault.finding.location.path.endswith(ending) for fault in library.faults)
