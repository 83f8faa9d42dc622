"""Words that say whose a figure is, brought to one form: stems, plain words for medical ones, opposites.

A leaflet says clot where its source says thrombosis, and dummy pill for placebo. Each line below lists words that
health writing uses for one thing; the first is the name they all get. Words that fit every figure are left out.
"""

from functools import lru_cache

from careleaf.rules.claims import plain_words

_EMPTY = frozenset(
    "group groups arm arms a an the this that these those it its they them their theirs he she his her him we "
    "our you your i who whom whose which what there here of in on at by for from to into onto with as than about "
    "over under up out off per each every all any some most many much only just also too so very still even then "
    "now when while where if how because is are was were be been being am has have had having do does did done "
    "doing can could may might will would shall should must and or but nor not no yes people person persons "
    "patient patients participant participants someone anyone everyone individuals volunteer "
    "volunteers percent cent percentage points point times time years months weeks days day week month year "
    "weekly monthly yearly annual annually nightly hourly hours hour minutes minute night nights seconds "
    "second ago said say says saying reported report reports found find finds got get gets getting between least "
    "almost nearly around roughly given give giving gave take takes took taken taking taker takers treated treat "
    "treatment received receive receiving assigned allocated randomised randomized against versus compared rate "
    "rates share shares number numbers figure figures proportion total case cases whereas although though yet "
    "during within after until till such same like make makes made showed show shows seen see saw need needs "
    "needed among amongst amount amounts became become becomes come comes came go goes went remain remained more "
    "less fewer lower higher greater smaller larger bigger last end result results study trial survey research "
    "lot lots half quarter third twice once ever never always often usually chance chances risk risks likely "
    "odds probability one's aged age ages old younger older whoever well better-off n t s re ll ve d m vs "
    "respectively "
    "mean means averaged median typically second seconds aim dose doses lowered lowering use uses used using "
    "followed instead million billion thousand hundred possible rather few fully ci iqr sd rr hr se".split()
)
"""Words that say nothing of whose a figure is."""
_ENDINGS = (
    "izations isations ization isation ations ation ments ment ically fully ingly ively iveness iness ness ities "
    "ity ions ion ives ive ical ally als al ings ing ers er ors or ated ates ate ised ized ies ied ed es ly ic s "
    "e y"
).split()
_SHORTEST = 3
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=1
    )
} | {"single": "1", "first": "1", "third": "3", "fourth": "4", "fifth": "5"}


def _plain_stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


_REGISTER = "".join(
    (plain_words.GROUPS, plain_words.TREATMENTS, plain_words.PROBLEMS, plain_words.PEOPLE, plain_words.TIMES)
)
_ENTRIES = [line.split(", ") for line in _REGISTER.split("\n") if line]
_CONCEPTS: dict[str, str] = {}
PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""By their first word: the words that follow it, and the name they all go by."""
for _name, *_others in _ENTRIES:
    for _entry in (_name, *_others):
        _first, *_rest = _entry.replace("-", " ").split()
        if _rest:
            PHRASES.setdefault(_first, []).append((tuple(_rest), _name))
        else:
            _CONCEPTS.setdefault(_entry, _name)
PHRASES.setdefault("on", []).append((("average",), ""))
PHRASES.setdefault("both", []).extend(((doses,), "2") for doses in ("dose", "jab", "injection", "vaccination"))
_BY_STEM = {
    stem: name
    for word, name in reversed(_CONCEPTS.items())
    if len(stem := _plain_stem(word)) > _SHORTEST or stem in _CONCEPTS
}
PEOPLE = frozenset("user woman man child girl boy baby toddler teenager adult older younger".split())
"""Who they are tells two figures apart only where both say it."""
USERS = "user"
GROUPS = frozenset("placebo control untreated".split())
"""Those without the treatment: to name them is to say whose the figure is."""


_DONE = frozenset("treated vaccinated screened trained tested exposed medicated operated".split())
"""What is done to a group, and not to those who are un-done: unvaccinated, unscreened."""


@lru_cache(maxsize=8192)
def token_of(word: str) -> str:
    """Return the name a word goes by, a number for a word of number, or nothing for a word that tells nothing."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word.startswith("un") and word[2:] in _DONE:
        return f"no {token_of(word[2:])}"
    if word in {"no", "not", "never", "without"}:
        return "no"
    if word in _NUMBERS:
        return _NUMBERS[word]
    if name := _CONCEPTS.get(word):
        return name
    if word in _EMPTY or len(word) < 2:
        return ""
    stem = _plain_stem(word)
    return _BY_STEM.get(stem, stem)
