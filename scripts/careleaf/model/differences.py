"""Word-level differences between two canonical texts, for people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_ALIKE = 0.4
"""From this share of common words on, two lines are taken for the same one, reworded."""
_MOST = 4_000
"""Lines, or words of a line, that are compared; longer ones are shown as removed and added."""
_ESCAPE = re.compile(r"\\(.)")


class PieceKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stand together."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One block of a page that is not as it was."""

    what: str
    """What kind of block it is, as the canonical text says: ``p``, ``h2``, ``evidence``."""
    pieces: tuple[Piece, ...]

    def words(self, kind: PieceKind) -> int:
        """Return how many words of a kind it holds."""
        return sum(len(piece.text.split()) for piece in self.pieces if piece.kind is kind)


def differences(before: str, after: str) -> tuple[ChangedLine, ...]:
    """Return the blocks in which two canonical texts differ, in reading order; none when they are the same."""
    old, new = before.splitlines(), after.splitlines()
    if max(len(old), len(new)) > _MOST:
        return () if old == new else tuple(_unpaired(old, new))
    changed: list[ChangedLine] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changed += _paired(old[i:j], new[k:m])
    return tuple(changed)


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedLine]:
    """Yield reworded lines as one, and what has no partner as removed or added, in order."""
    left = list(old)
    for line in new:
        partner = next((at for at, other in enumerate(left) if _alike(other, line)), None)
        if partner is None:
            yield _whole(line, PieceKind.ADDED)
            continue
        yield from (_whole(gone, PieceKind.REMOVED) for gone in left[:partner])
        yield _reworded(left[partner], line)
        del left[: partner + 1]
    yield from (_whole(gone, PieceKind.REMOVED) for gone in left)


def _unpaired(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedLine]:
    yield from (_whole(line, PieceKind.REMOVED) for line in old)
    yield from (_whole(line, PieceKind.ADDED) for line in new)


def _alike(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    if words[:1] != others[:1] or max(len(words), len(others)) > _MOST:
        return False
    return SequenceMatcher(None, words[1:], others[1:], autojunk=False).ratio() >= _ALIKE


def _reworded(old: str, new: str) -> ChangedLine:
    (what, before), (_, after) = _parts(old), _parts(new)
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(PieceKind.SAME, " ".join(before[i:j])))
            continue
        removed, added = " ".join(before[i:j]), " ".join(after[k:m])
        pieces += [Piece(kind, text) for kind, text in ((PieceKind.REMOVED, removed), (PieceKind.ADDED, added)) if text]
    return ChangedLine(what, tuple(pieces))


def _whole(line: str, kind: PieceKind) -> ChangedLine:
    what, words = _parts(line)
    return ChangedLine(what, (Piece(kind, " ".join(words)),))


def _parts(line: str) -> tuple[str, list[str]]:
    """Return what kind of block a line is, and its words as a reader sees them."""
    what, _, text = line.partition(" ")
    return what, _ESCAPE.sub(r"\1", text).split()
