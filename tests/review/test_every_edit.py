"""Ten thousand random edits: none that a reader can see leaves a page reviewed, none that nobody sees takes it away.

Each edit is made in the Markdown of a signed page and rendered by the real Markdown, with this repository's extensions.
"""

import random
import re
from collections.abc import Callable

from careleaf.model.canonical import canonical_text
from careleaf.model.editorial import editorial
from tests.model.libraries import library_of, page_of

EDITS = 10_000
PAGE = """\
## Night and day

Take *at most* 2.5 mg, **never** 5 mg, for 10 days.[@study2020#helps] See [the other page](other.md) & [a site](https://a.test/b?c=1).

1. Rest for 30 minutes
2. Walk, then rest

/// care-card | Call 911 now if:
    level: emergency
    region: US

- you have chest pain
- it lasts 5 minutes
///

| Dose | For |
| --- | --- |
| 1 tablet | adults |
| 1/2 tablet | children |

/// do | Move
- walk or stretch
///

> Quoted words, and *more*.
"""
SEEN = re.compile(r"[A-Za-z0-9]")
UNSEEN: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, at: text.replace("**never**", "__never__"),
    lambda text, at: text.replace("*at most*", "_at most_"),
    lambda text, at: _at_a_space(text, at, "\n"),
    lambda text, at: _at_a_space(text, at, "  "),
    lambda text, at: text.replace("\n\n", "\n\n\n"),
    lambda text, at: text.replace("- you", "* you").replace("- it", "* it"),
    lambda text, at: text + "\n<!-- a note for editors -->\n",
    lambda text, at: text.replace("| --- | --- |", "| :-- | --- |".replace(":", "-")),
    lambda text, at: text.replace("## Night and day", "## Night and day ##"),
)
"""Rewritings after which a reader gets the same; some change nothing at all."""


def _at_a_space(text: str, at: random.Random, instead: str) -> str:
    """Change one of the spaces within the first paragraph, where a line may be wrapped."""
    paragraph = re.findall(r"^Take.*?(?=\n\n)", text, re.MULTILINE | re.DOTALL)[0]
    spaces = [match.start() for match in re.finditer(r"(?<=[a-z,]) (?=[a-z*])", paragraph)]
    place = at.choice(spaces)
    return text.replace(paragraph, f"{paragraph[:place]}{instead}{paragraph[place + 1 :]}")


def signed(text: str) -> str:
    """Return the canonical text of the page that this Markdown makes."""
    page = page_of(text, permalinks=False)
    return canonical_text(page, library_of(page))


def test_no_visible_edit_leaves_the_page_as_it_was_signed() -> None:
    at, original = random.Random(20_261_123), signed(PAGE)
    places = [match.start() for match in SEEN.finditer(PAGE) if _is_visible(match.start())]
    for _ in range(EDITS // 2):
        place = at.choice(places)
        letter = at.choice("0123456789" if PAGE[place].isdigit() else "abcdefghijklmnopqrstuvwxyz")
        kind = at.choice(("put", "take", "change"))
        after = PAGE[place + 1 :] if kind != "put" else PAGE[place:]
        edited = PAGE[:place] + ("" if kind == "take" else letter) + after
        if edited == PAGE:
            continue
        now = signed(edited)
        assert now != original, f"{kind} at {place}: {edited[max(0, place - 20) : place + 20]!r}"
        assert editorial(original, now, lambda word: False).refusals or _is_link(place), edited[place - 20 : place + 20]


def test_no_rewriting_that_a_reader_cannot_see_changes_what_was_signed() -> None:
    at, original = random.Random(20_261_124), signed(PAGE)
    for _ in range(EDITS // 2):
        text = PAGE
        for rewrite in at.sample(UNSEEN, k=at.randint(1, 3)):
            text = rewrite(text, at)
        assert signed(text) == original, text


_HIDDEN = [match.span() for match in re.finditer(r"^ {4}level:.*$|^/// ?[\w-]+|^\| --- .*$|^\d\. ", PAGE, re.MULTILINE)]
_LINKS = [match.span() for match in re.finditer(r"\]\([^)]*\)", PAGE)]


def _is_visible(place: int) -> bool:
    """Tell whether a letter is one of the page's own: an option's or block's name would break the mark-up instead."""
    return not any(start <= place < end for start, end in _HIDDEN)


def _is_link(place: int) -> bool:
    return any(start <= place < end for start, end in _LINKS)
