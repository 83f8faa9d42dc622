"""The shape an answer has to have: what is of another shape was not understood, so it is no answer."""

from typing import Any

from careleaf.registries.reply import UnansweredError


def mapping(value: object, registry: str) -> dict[str, Any]:
    """Return a JSON object. Raises UnansweredError for anything else."""
    if not isinstance(value, dict):
        raise UnansweredError(f"{registry}'s record has an unexpected shape")
    return value


def listing(value: object, registry: str) -> list[Any]:
    """Return a JSON list, empty for nothing. Raises UnansweredError for anything else."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise UnansweredError(f"{registry}'s record has an unexpected shape")
    return value


def first(value: object) -> object:
    """Return the first of a list; None when there is none."""
    return value[0] if isinstance(value, list) and value else None
