"""Charts: the picture shows what the table says, and nothing else."""

import re
from fractions import Fraction
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.model.chart import Chart, Span, read_chart
from careleaf.model.health_block import BlockKind


def drawn(block: str, *rows: str) -> ElementTree.Element:
    table = "\n".join(["| What | Value |", "| --- | --- |", *rows])
    html = markdown.markdown(f"/// {block}\n{table}\n///", extensions=["careleaf", "tables"])
    return ElementTree.fromstring(html)


def marks(section: ElementTree.Element, name: str) -> int:
    return sum(len(re.findall("M", p.get("d", ""))) for p in section.iter("path") if p.get("class") == name)


def picture(section: ElementTree.Element) -> ElementTree.Element:
    return next(svg for svg in section.iter("svg") if "chart__icons" in svg.get("class", ""))


@given(st.integers(1, 99), st.integers(1, 99))
def test_an_icon_array_has_one_mark_for_each_person_in_a_hundred(first: int, second: int) -> None:
    if first + second <= 100:
        icons = picture(drawn("icons", f"| a | {first} in 100 |", f"| b | {second}% |"))
        assert marks(icons, "chart__s1") == first
        assert marks(icons, "chart__s2") == second
        assert marks(icons, "chart__rest") == 100 - first - second


def test_the_numbers_of_citations_are_no_figures_of_the_chart() -> None:
    section = drawn("icons", "| a | 54 in 100[@survey#better] |")
    assert marks(picture(section), "chart__s1") == 54


def test_bars_of_a_table_share_one_scale_and_begin_at_zero() -> None:
    bars = list(drawn("bars", "| a | 10% |", "| b | 5% |", "| c | 2% to 8% |").iter("rect"))
    widths = [float(bar.get("width", "")) for bar in bars]
    assert widths[1] == pytest.approx(widths[0] / 2)
    assert [bar.get("x") for bar in bars[:2]] == ["1", "1"]
    assert float(bars[2].get("x", "")) - 1 == pytest.approx(widths[0] * 0.2, abs=0.1)
    assert widths[2] == pytest.approx(widths[0] * 0.6, abs=0.1)


def test_a_band_of_the_dial_runs_over_midnight() -> None:
    bands = [
        p.get("d", "") for p in drawn("dial", "| worst | 11 pm to 1 am |").iter("path") if "chart__b1" in str(p.attrib)
    ]
    start, end = re.findall(r"(-?[\d.]+) (-?[\d.]+)", bands[0])[0], re.findall(r"1 (-?[\d.]+) (-?[\d.]+)$", bands[0])[0]
    assert float(start[0]) < 120 < float(end[0]), "left of the top to right of the top"
    assert " 0 0 1 " in bands[0], "the short way round"


def test_a_table_that_cannot_be_drawn_stays_a_table_without_a_picture() -> None:
    section = drawn("icons", "| a | most of them |")
    assert section.find("table") is not None
    assert section.find("svg") is None


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (BlockKind.ICONS, ["2.7%"]),
        (BlockKind.ICONS, ["60%", "60%"]),
        (BlockKind.ICONS, ["10%", "10%", "10%", "10%"]),
        (BlockKind.ICONS, ["5% to 10%"]),
        (BlockKind.BARS, ["9 am"]),
        (BlockKind.DIAL, ["at midnight"]),
        (BlockKind.DIAL, []),
    ],
)
def test_what_a_chart_cannot_show_truly_is_said(kind: BlockKind, values: list[str]) -> None:
    assert isinstance(read_chart(kind, values), str)


@given(st.sampled_from([BlockKind.ICONS, BlockKind.BARS, BlockKind.DIAL]), st.lists(st.text(max_size=40), max_size=5))
def test_any_text_is_a_chart_or_a_reason(kind: BlockKind, values: list[str]) -> None:
    chart = read_chart(kind, values)
    assert isinstance(chart, str) or chart == Chart(kind, chart.spans)


def test_a_range_and_a_value_are_read_from_the_same_column() -> None:
    assert read_chart(BlockKind.BARS, ["5% to 10%", "1 in 4"]) == Chart(
        BlockKind.BARS, (Span(Fraction(1, 20), Fraction(1, 10)), Span(Fraction(1, 4), Fraction(1, 4)))
    )
