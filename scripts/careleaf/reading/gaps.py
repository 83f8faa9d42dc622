"""What was lost, added or changed between the words of the source and those of the body."""

from collections.abc import Iterator, Sequence

from careleaf.model.gap import Gap
from careleaf.reading.visible_source import VisibleSource


def find_gaps(rendered: Sequence[str], matches: Sequence[int | None], source: VisibleSource) -> Iterator[Gap]:
    """Yield each stretch between two agreeing places in which the texts differ.

    Args:
        rendered: the words of the body, in order.
        matches: for each of them the index of its source word, or None.
        source: the visible words of the source.
    """
    next_source = start = 0
    for index, match in enumerate([*matches, len(source.words)]):
        if match is None:
            continue
        gap = _gap(rendered[start:index], next_source, match, source)
        if gap is not None and not gap.is_only_joined:
            yield gap
        next_source, start = match + 1, index + 1


def _gap(shown: Sequence[str], first: int, end: int, source: VisibleSource) -> Gap | None:
    written = source.words[first:end]
    if not written and not shown:
        return None
    at = written[0].offset if written else (source.words[first - 1].offset if 0 < first <= len(source.words) else 0)
    return Gap(" ".join(word.text for word in written), " ".join(shown), source.location(at))
