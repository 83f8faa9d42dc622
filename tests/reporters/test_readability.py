"""Reading grades as an editor sees them: the real rules on a real site."""

from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.cli.main import main
from careleaf.model.finding import Severity
from careleaf.model.language_policy import LanguagePolicy
from careleaf.model.policy import Policy
from careleaf.reporters.readability import render_grades
from careleaf.rules.table import rule_weights
from tests.test_rules import BASE, FRONT_MATTER, write_site

PAGE = FRONT_MATTER["docs/legs/timing.md"] + f"\nRest well.\n\n## At night\n\n{'Walk when the urge comes. ' * 25}\n"
POLICY = BASE["docs/_data/policy.yml"] + "language: {grades: {lifestyle: 5.5}, tolerance: 0.5}\n"
SPANISH = BASE["mkdocs.yml"].replace("{name: mkdocs}", "{name: material, language: es}")


def test_each_page_shows_both_formulas_and_its_target(tmp_path: Path) -> None:
    write_site(tmp_path, {"docs/legs/timing.md": PAGE, "docs/_data/policy.yml": POLICY})
    library = judged_run(tmp_path / "mkdocs.yml", date(2026, 11, 23)).library
    # 25 sentences of 5 words and one of 2; every word has one syllable: 0.39 × 127/26 + 11.8 − 15.59
    assert render_grades(library, with_sections=True).splitlines() == [
        "page                          words  Flesch-Kincaid   SMOG  target",
        "legs/index                       14               –      –  7 ± 0.5",
        "  (before the first heading)      9               –      –",
        "  Signs                           5               –      –",
        "legs/timing                     127            -1.9    3.1  5.5 ± 0.5",
        "  (before the first heading)      2               –      –",
        "  At night                      125            -1.8    3.1",
        "School grades of the United States. – stands where there are fewer than 100 words.",
    ]


def test_a_site_in_another_language_gets_a_plain_answer(tmp_path: Path, capsys) -> None:
    write_site(tmp_path, {"mkdocs.yml": SPANISH})
    assert main(["readability", "-f", str(tmp_path / "mkdocs.yml")]) == 2
    assert "known for English topic pages alone" in capsys.readouterr().err


def test_readability_as_a_gate_stops_publication(tmp_path: Path, capsys) -> None:
    policy = BASE["docs/_data/policy.yml"] + "language: {sentence_words: 5, readability: error}\n"
    page = FRONT_MATTER["docs/legs/timing.md"] + "\nWalk when the urge comes at night.\n"
    write_site(tmp_path, {"docs/legs/timing.md": page, "docs/_data/policy.yml": policy})
    assert main(["check", "-f", str(tmp_path / "mkdocs.yml")]) == 1
    assert "LAN102 error long-sentence" in capsys.readouterr().out


def test_a_suppression_of_a_gate_is_held_against_an_error() -> None:
    gate = Policy(language=LanguagePolicy(readability=Severity.ERROR))
    assert rule_weights(gate)["LAN101"].severity is Severity.ERROR
    assert rule_weights(gate)["LAN201"].severity is Severity.WARNING
    assert rule_weights(Policy())["LAN101"].severity is Severity.WARNING
