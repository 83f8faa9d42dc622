"""A page in a few lines: what every list of the API says of it, and no more than the website says."""

from datetime import date
from typing import Any, TypeVar

from careleaf.channels.page_view import PageView
from careleaf.model.api.page import PageSummary, Shown
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.state import PageState
from careleaf.model.state_name import StateName

_SIGNED = frozenset({StateName.REVIEWED, StateName.OVERDUE})
"""States in which the words on the page are those a clinician signed, when one did."""


_Said = TypeVar("_Said", bound=PageSummary)


def summary(kind: type[_Said], view: PageView, library: Library, **more: Any) -> _Said:
    """Return what a list says of a page, as a `PageSummary` or a kind of it; `more` is what that kind says besides."""
    page, state, handouts = view.page, view.state, library.policy.value.handouts
    is_shown = library.policy.value.allows(Channel.EMBED, state.name)
    return kind(
        id=page.id,
        title=view.title,
        description=page.front.value.description,
        state=state.name,
        state_in_words=state_in_words(view),
        shown=Shown.PAGE if is_shown else Shown.NOTICE,
        digest=state.digest,
        changed_on=page.front.value.last_changed_on,
        reviewed_on=reviewed_on(state),
        due_on=state.due_on,
        replaced_by=(state.withdrawal.replaced_by or None) if state.withdrawal else None,
        page=page.url,
        embed=page.embed_url,
        handout=handouts.path(page.id),
        handouts={edition.value: path for edition, path in handouts.paths(page.id).items()},
        api=page.api_path,
        **more,
    )


def state_in_words(view: PageView) -> str:
    """Return a page's state as readers are told it."""
    return f"{view.review.heading}. {view.review.meaning}"


def reviewed_on(state: PageState) -> date | None:
    """Return the day a clinician signed the words that stand on the page; none when nobody signed these."""
    return state.review.reviewed_on if state.review and state.name in _SIGNED else None
