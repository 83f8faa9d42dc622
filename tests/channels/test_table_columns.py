"""Wide tables on phones: every cell can say which column it stands in, and no word changes."""

from lxml import html as parser
from markdown import markdown

from careleaf.channels.table_columns import with_column_names

WIDE = '| Dose | "When" | Why & how[^1] |\n|--|:-:|--|\n| 5 mg | *night* | rest |\n| 10 mg | day | |\n'
NARROW = "| Dose | When |\n|--|--|\n| 5 mg | night |\n"


def _html(text: str) -> str:
    return markdown(text, extensions=["tables"])


def test_each_cell_of_a_wide_table_names_its_column() -> None:
    found = parser.fromstring(with_column_names(_html(WIDE)))
    named = [(cell.text_content(), cell.get("data-column")) for cell in found.iter("td")]
    assert named == [
        ("5 mg", "Dose"),
        ("night", '"When"'),
        ("rest", "Why & how[^1]"),
        ("10 mg", "Dose"),
        ("day", '"When"'),
        ("", "Why & how[^1]"),
    ]


def test_the_number_of_a_citation_is_no_part_of_a_columns_name() -> None:
    cited = _html(WIDE).replace("[^1]", '<sup class="citation"><a href="#source-1">1</a></sup>')
    last = parser.fromstring(with_column_names(cited)).xpath("//td[3]/@data-column")
    assert last == ["Why & how", "Why & how"]


def test_the_words_of_a_table_stay_as_they_were() -> None:
    plain = _html(WIDE)
    assert parser.fromstring(with_column_names(plain)).text_content() == parser.fromstring(plain).text_content()


def test_two_columns_and_tables_with_a_form_of_their_own_are_left_alone() -> None:
    own = _html(WIDE).replace("<table>", '<table class="chart">')
    for text in (_html(NARROW), own, "<p>No table.</p>"):
        assert with_column_names(text) == text
