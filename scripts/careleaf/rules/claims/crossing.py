"""Whether a figure that the evidence holds is said of what the evidence says it of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from careleaf.model.figures import derived_shares
from careleaf.model.quantity import Quantity
from careleaf.rules.claims.attachment import Attached, attached_figures
from careleaf.rules.claims.complement import is_of_the_others, rest_of
from careleaf.rules.claims.denial import is_denied
from careleaf.rules.claims.evidence import Reported, holding
from careleaf.rules.claims.pairs import exchanged, is_judged, mixed_ranges, shown
from careleaf.rules.claims.rivals import find_rival, has_rivals
from careleaf.rules.claims.turning import changes_role, is_on_other_side, turns_round


@dataclass(frozen=True, slots=True)
class Crossing:
    """A figure that the evidence has for something else."""

    claim: Attached
    reported: Attached
    """The same figure in the evidence."""
    rival: Attached | None
    """The figure that the evidence has for what the sentence speaks of; None when only the direction is turned."""


def find_crossings(sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield each figure whose words fit another figure of the same evidence, or turn its own words round."""
    yield from (Crossing(*one) for one in mixed_ranges(sentence, reported))
    found = attached_figures(sentence)
    shares = (_of_counts(share, found) for share in derived_shares(sentence))
    crossed = []
    for claim in (*found, *shares):
        for crossing in _crossing(claim, sentence, reported):
            crossed.append(claim.figure)
            yield crossing
    yield from (Crossing(*one) for one in exchanged(sentence, reported) if not crossed)


def _crossing(claim: Attached, sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    held = [one for one in holding(claim.figure, reported) if one.statement]
    if claim.figure.value != _HALF and is_of_the_others(claim.figure, sentence, reported, turned=bool(held)):
        yield from _among_others(claim, sentence, reported)
        return
    if not is_judged(claim.figure, sentence):
        yield from _other_side(claim, held, sentence)
        return
    turned = [_turned(claim, one, sentence) for one in held]
    if turned and all(turned):
        yield next(filter(None, turned))
        return
    if is_denied(claim.figure, sentence, held):
        yield Crossing(claim, _attached(held[0]), None)
        return
    standing = [one for one, crossing in zip(held, turned, strict=True) if crossing is None]
    has_any = bool(held) and has_rivals(claim.figure, held[0].figure, reported)
    if has_any and (rival := find_rival(claim, sentence, reported, borne_out=standing)):
        yield Crossing(claim, _attached(standing[0]), shown(rival))


def _among_others(claim: Attached, sentence: str, reported: Sequence[Reported]) -> Iterator[Crossing]:
    """Yield a share of another group's others: 7% by two doses, where 93% were protected by one."""
    rest = rest_of(claim.figure)
    held = [one for one in holding(rest, reported) if one.statement]
    if held and not claim.refers_back and (rival := find_rival(claim, sentence, reported, rest)):
        yield Crossing(claim, _attached(held[0]), shown(rival))


def _other_side(claim: Attached, held: Sequence[Reported], sentence: str) -> Iterator[Crossing]:
    """Yield a time before which one text says what the other says after it, or that each counts by another period."""
    sides = {"before", "after"}
    found = [_attached(one) for one in held]
    other_side = claim.role in sides and all(one.role in sides - {claim.role} for one in found)
    other_period = claim.period and all(one.period not in {"", claim.period} for one in found)
    pairs = zip(held, found, strict=True)
    turned = bool(found) and all(is_on_other_side(claim, own, sentence, one.statement) for one, own in pairs)
    if found and (other_side or other_period or turned):
        yield Crossing(claim, found[0], None)


_HALF = Fraction(1, 2)


def _attached(reported: Reported) -> Attached:
    """Return a figure with its words."""
    found = attached_figures(reported.statement)
    shares = derived_shares(reported.statement)
    statement = (*found, *(_of_counts(share, found) for share in shares))
    alone = Attached(reported.figure, reported.figure.text, frozenset(), is_limited=False)
    place = (reported.figure.start, reported.figure.end)
    said = next((one for one in statement if (one.figure.start, one.figure.end) == place), alone)
    return next((one for one in statement if one.figure == reported.figure), replace(said, figure=reported.figure))


def _of_counts(share: Quantity, found: Sequence[Attached]) -> Attached:
    """Return a share with the words of both its counts: 28 of 100 with the tablet."""
    counts = [one for one in found if one.figure.start >= share.start and one.figure.end <= share.end]
    words = frozenset(word for one in counts for word in one.words)
    return replace(counts[-1], figure=share, words=words, next_word="", beside=frozenset())


def _turned(claim: Attached, reported: Reported, sentence: str) -> Crossing | None:
    own = _attached(reported)
    turned = turns_round(claim, replace(own, period="") if reported.is_implied else own, reported)
    if turned or changes_role(claim, own, sentence, reported.statement):
        return Crossing(claim, own, None)
    return None
