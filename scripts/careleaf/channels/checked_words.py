"""What the online check found about a source, in one sentence; never more than is known."""

from collections.abc import Mapping

from careleaf.model.registry import Registry
from careleaf.model.same_work import is_another_work
from careleaf.model.source import Source
from careleaf.model.source_check import Answer, NoticeKind, Outcome
from careleaf.model.wording import Wording

_PAGE = {
    Outcome.FOUND: "checked-page-there",
    Outcome.MOVED: "checked-page-moved",
    Outcome.GONE: "checked-page-gone",
    Outcome.DOUBTFUL: "checked-page-doubtful",
}
_WORST_FIRST = (
    "checked-retracted",
    "checked-concern",
    "checked-differs",
    "checked-newer",
    "checked-corrected",
    "checked-not-retracted",
    "checked-exists",
    *_PAGE.values(),
)


def checked_words(source: Source, answers: Mapping[Registry, Answer], wording: Wording) -> str:
    """Return the weightiest answer with its registry and day; without any, that it was not checked."""
    said = {key: (r, a) for r, a in reversed(tuple(answers.items())) if (key := _key(source, r, a))}
    for key in _WORST_FIRST:
        if key in said:
            registry, answer = said[key]
            return wording.say(key, registry=registry.called, date=answer.checked_on)
    return wording.say("not-yet-checked")


def _key(source: Source, registry: Registry, answer: Answer) -> str:
    if registry is Registry.ARCHIVE:
        return ""
    if registry is Registry.WEB:
        return _PAGE.get(answer.outcome, "")
    if answer.outcome is Outcome.MISSING:
        return "checked-differs"
    if answer.outcome is not Outcome.FOUND:
        return ""
    if answer.notices_of(NoticeKind.RETRACTION):
        return "checked-retracted"
    if answer.notices_of(NoticeKind.CONCERN):
        return "checked-concern"
    if answer.notices_of(NoticeKind.UNKNOWN, NoticeKind.IS_NOTICE) or is_another_work(source, answer):
        return "checked-differs"
    if answer.notices_of(NoticeKind.NEW_VERSION):
        return "checked-newer"
    if answer.notices_of(NoticeKind.CORRECTION):
        return "checked-corrected"
    return "checked-not-retracted" if _knows_retractions(registry, answer) else "checked-exists"


def _knows_retractions(registry: Registry, answer: Answer) -> bool:
    """Tell whether a registry's silence about a retraction means that there is none."""
    return registry in {Registry.CROSSREF, Registry.PUBMED} or (registry is Registry.PMC and bool(answer.pmid))
