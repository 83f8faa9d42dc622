"""Time and size: whatever a page holds, it is judged in bounded time, and time grows with its length."""

import time
from collections.abc import Callable

import markdown
import pytest

from careleaf.model.citation import CITATION
from careleaf.model.figures import derived_shares, find_quantities
from careleaf.model.sentence import split_sentences
from careleaf.reading.effort import find_problem
from careleaf.reading.visible_source import VisibleSource
from careleaf.rules.claims.attachment import attached_figures
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.causal import find_causal_wording
from careleaf.rules.claims.numbers_to_call import numbers_to_call
from careleaf.rules.claims.quantifier import find_quantifier
from careleaf.rules.claims.quotation import find_quotation
from careleaf.rules.markup.generated import handwritten_parts
from careleaf.rules.markup.raw import raw_problems
from tests.conftest import SiteMaker
from tests.hostile.conftest import SLEEP, Check, with_text

READERS: dict[str, Callable[[str], object]] = {
    "visible words": lambda text: VisibleSource(text, "a.md", 1).words,
    "figures": find_quantities,
    "sentences": split_sentences,
    "attributions": find_attribution,
    "words of figures": attached_figures,
    "shares of two counts": derived_shares,
    "causes": find_causal_wording,
    "quantifiers": find_quantifier,
    "numbers to call": lambda text: list(numbers_to_call(text)),
    "quotations": find_quotation,
    "citations": lambda text: list(CITATION.finditer(text)),
    "parts that imitate": lambda text: list(handwritten_parts(text)),
    "raw HTML": lambda text: list(raw_problems(text)),
    "the engine's effort": find_problem,
}
REPEATED = (
    "[",
    "]",
    "](",
    "[@a",
    "[@a; ",
    "(",
    "`",
    "`` `",
    "```a\n",
    "|",
    "| ",
    "<",
    "<a ",
    "<!--",
    "<!-- >",
    "&",
    "&#",
    "1",
    "1.",
    "1-",
    "1, ",
    "1 in ",
    "+1",
    "a@",
    "a.",
    "-a",
    "\\",
    "*",
    "_",
    "{",
    "{# ",
    "\n",
    " ",
    "\t",
    "> ",
    '"',
    "“",
    "A. ",
    "one ",
    "x class= ",
    "1 people of ",
    "54% and ",
    "call 911 or ",
    "may reduce ",
    "most ",
    "fell from 1 ",
    "1 (",
)
SHORT = 4_000
RATIO = 12
"""For four times the length; a quadratic reader needs sixteen times the time."""
_NOISE = 0.02


def _seconds(read: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


@pytest.mark.parametrize("sign", REPEATED, ids=repr)
def test_every_reader_takes_time_in_proportion(sign: str) -> None:
    for name, read in READERS.items():
        few, many = ((sign * length)[:length] for length in (SHORT, 4 * SHORT))
        ratios = []
        for attempt in range(3):  # another process may take the computer's time once
            short, long = (_seconds(read, f"{attempt}{text}") for text in (few, many))
            ratios.append(long / max(short, _NOISE))
            if ratios[-1] < RATIO:
                break
        assert min(ratios) < RATIO, (name, ratios)


ENGINE = "abbr attr_list sane_lists tables toc pymdownx.superfences careleaf".split()
SLOW_FOR_THE_ENGINE = (
    "[",
    "![",
    "[@a;",
    "[](",
    "[a](b",
    "[a][",
    "`` `",
    "<a ",
    "<![",
    "---\n",
    "# a {#",
    "[TOC]\n\n",
    "\\",
    "a\n=\n",
    "* * *\n",
    "*[a]: b\n",
    "1. ",
    "> ",
    "  * ",
    "<br>",
    "*_",
    "- a\n    ",
    "# a\n",
    "<div>",
)


@pytest.mark.parametrize("sign", SLOW_FOR_THE_ENGINE, ids=repr)
def test_a_text_that_would_hang_the_engine_is_refused_and_half_the_limit_is_rendered(sign: str) -> None:
    longest = next(
        n for n in (390_000, 100_000, 25_000, 6_000, 1_500, 400, 100, 20) if not find_problem((sign * n)[:n])
    )
    text = (sign * longest)[:longest]
    assert _seconds(lambda given: markdown.Markdown(extensions=ENGINE).convert(given), text) < 20


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("word " * 2_100_000, "unreadable-record: The file is larger than 2000000 bytes."),
        ("word " * 100_000, "unwieldy-page: The page is longer than 400,000 characters."),
        ("[" * 20_000, "unwieldy-page: Too many brackets"),
        ("- " * 500 + "x", "unwieldy-page: This line is nested too deep."),
        ("\n".join("    " * i + "- a" for i in range(40)), "unwieldy-page: This line is nested too deep."),
        ("<b>" * 500, "unwieldy-page: More than 100 HTML elements"),
        ("\n".join("/" * (3 + i) + " care-card | T\n" for i in range(40)), "unwieldy-page: More than 12 blocks"),
        ("*[a]: b\n\n" * 2000, "unwieldy-page: More than 1,000 abbreviations"),
        ("[TOC]\n\n" * 50_000, "unwieldy-page: More than 10 lists of contents"),
    ],
    ids=[
        "10 MB",
        "500 kB",
        "brackets",
        "list in a line",
        "list in lists",
        "elements",
        "blocks",
        "abbreviations",
        "contents",
    ],
)
def test_a_page_that_would_hang_a_build_is_a_finding_in_seconds(
    text: str, rule: str, make_site: SiteMaker, check: Check
) -> None:
    began = time.process_time()
    found = check(make_site(with_text(text)))
    assert time.process_time() - began < 20
    assert any(line.startswith(f"{SLEEP}:") and rule in line for line in found), found[:5]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"## Heading {chr(97 + i % 26)}{'x' * (i % 40)}" for i in range(10_000)),
        "\n\n".join("Sleep well.[@test-survey]" for _ in range(10_000)),
        " ".join("Sleep well.[@test-survey]" for _ in range(10_000)),
        "| a | b |\n|---|---|\n" + "| sleep | well |\n" * 5_000,
    ],
    ids=["10,000 headings", "10,000 citations", "10,000 citations in one paragraph", "5,000 rows"],
)
def test_a_huge_page_is_judged_in_half_a_minute(text: str, make_site: SiteMaker, check: Check) -> None:
    began = time.process_time()
    found = check(make_site(with_text(text)))
    assert time.process_time() - began < 30
    assert all(line.startswith("docs/") for line in found)
