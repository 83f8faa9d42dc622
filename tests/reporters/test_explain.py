from careleaf.reporters.explain import render_explanation, render_rules, render_rules_markdown
from careleaf.rules.table import RULES, find_rule
from tests.reporters.findings import FIGURE


def test_a_rule_is_explained_in_the_words_of_its_file() -> None:
    page = render_explanation(FIGURE)
    assert page.startswith("CLM202 uncited-figure (error)\n\nFigures without a source.\n\n")
    assert "\nBad:  `Exercise helps 54% of people.`\nGood: " in page


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find_rule("clm202") is find_rule("uncited-figure") is FIGURE
    assert find_rule("CLM999") is None


def test_the_table_has_a_line_for_every_rule() -> None:
    lines = render_rules(RULES).splitlines()
    assert len(lines) == len(RULES)
    assert lines[0].split()[:3] == ["FMT001", "error", "missing-front-matter"]
    assert len(render_rules_markdown(RULES).splitlines()) == len(RULES) + 2
