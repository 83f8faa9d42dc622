"""What speakers do when they state something: the verbs, such as "advise"; turns of phrase are in `turns`."""

from careleaf.rules.claims.turns import turn_from
from careleaf.rules.claims.words import Word, forms

AGENTS = forms(
    "recommend advise urge caution warn endorse advocate discourage maintain conclude insist assert contend "
    "emphasise predict estimate reckon oppose condemn champion criticise favour",
    "", "s", "ed", "ing",
)  # fmt: skip
"""What only somebody with an opinion does: it tells that a name is a body's."""
SAYS = AGENTS | forms(
    "suggest report state indicate link tie connect reveal confirm demonstrate believe list observe describe "
    "support accept claim define doubt expect encourage highlight underline underscore propose pledge "
    "consider regard deem judge posit suspect attribute credit blame ascribe reject dismiss dispute challenge "
    "contradict debate worry fear imply discover establish uncover calculate classify class rank label refute "
    "acknowledge concede assume presume speculate theorise hypothesise announce declare hint prefer comment "
    "remark mention cite prioritise associate correlate approve recognise foresee liken praise applaud hail "
    "laud commend downplay deny query tout flag dub brand",
    "", "s", "ed",
) | frozenset(
    "noted show shows showed shown find finds found say says said think thinks thought prove proves proved "
    "proven saw seen gives gave measured preferred foresaw document documents documented".split()
)  # fmt: skip
"""What says or shows something, whoever does it."""
SPEAKS = SAYS - frozenset(
    "show shows showed shown list lists find finds prove proves proved proven saw seen gives gave connect tie "
    "ties tied document documents".split()
)
"""What a body does, of which a panel or a board may be none at all."""
RESULTS = forms(
    "compare test examine investigate explore analyse assess evaluate pool interview randomise assign enrol"
    " enroll follow track include involve record identify determine trace pin notice learn develop"
    " warn place rate survey score detect",
    "ed",
) | frozenset({"drew", "ran", "had", "linking", "showing", "suggesting", "tying", "beat"})  # fmt: skip
"""What researchers and studies have done when there is a result to tell."""
_NOUNS_TOO = forms(
    "report estimate claim link list note state doubt fear worry question document label class hint challenge "
    "credit blame quote rank record test place rate score survey warning pledge value predict",
    "", "s",
)  # fmt: skip
_BEFORE_NOUNS = frozenset(
    "the a an this that these those of in on for with or by from at as its their any no some each every and "
    "between about".split()
)


def states(words: tuple[Word, ...], index: int, text: str, verbs: frozenset[str], *, in_turns: bool = True) -> int:
    """Return where the words end that state something from this word on; 0 when they do not.

    It may be one of these verbs, or a turn of phrase.
    """
    word, before = words[index], words[index - 1].small
    if before == "to" and (index < 2 or words[index - 2].small not in ON_THE_WAY):
        return 0
    if before in _BEFORE_NOUNS and word.small in _NOUNS_TOO:
        return 0
    if word.small.endswith(("ed", "wn", "en")) and _is_passive(words, index):
        return 0
    if word.small in verbs:
        return word.end
    return turn_from(word.small, text, word.end) if in_turns else 0


def _is_passive(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether this is done to the speaker: "doctors are often asked"."""
    place = index - 1
    while (place and words[place].small in _ADVERBS_BETWEEN) or (place and words[place].small.endswith("ly")):
        place -= 1
    return words[place].small in _BEING


_BEING = frozenset("is are was were be been being".split())
_ADVERBS_BETWEEN = frozenset("often also still now not always sometimes never".split())
ON_THE_WAY = frozenset(
    "used seem seems seemed appear appears appeared tend tends continue continues come came comes go went".split()
)
