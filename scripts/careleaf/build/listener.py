"""Hearing how far the work is."""


class Listener:
    """Hears how far a workshop is, for whoever shows it; this one keeps it to itself."""

    def expects(self, task: str, number: int) -> None:
        """Hear how many results of a task are to come."""

    def made(self, task: str) -> None:
        """Hear of a result of a task."""
