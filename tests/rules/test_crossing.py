"""Figures that are said of something else than in the evidence."""

import pytest

from careleaf.model.figures import find_quantities
from careleaf.rules.claims.crossing import find_crossings
from careleaf.rules.claims.evidence import Reported

SURVEY = (
    "In a survey of 528 people with answers about their own RLS, 54% said exercise only improves their symptoms and 24%"
    " said it only worsens them."
)
SEX = "RLS was found in 15% of women and 8% of men."
EFFECTS = "Of 120 people, 12% had nausea, 5% had headaches, and 3% stopped taking it."
FERRITIN = "Iron is advised below 75 ng/mL in adults and below 50 ng/mL in children."
TRIAL = "Symptoms fell by 12 points with the drug and by 7 points with placebo over 12 weeks."
RISK = "The risk was 25% lower in those who walked."
LEADING = "Among women, 15% had it; among men, 8% did."


def crossings(claim: str, evidence: str) -> list[str]:
    reported = [Reported(figure, evidence) for figure in find_quantities(evidence)]
    return [crossing.claim.figure.text for crossing in find_crossings(claim, reported)]


@pytest.mark.parametrize(
    ("claim", "evidence", "figures"),
    [
        ("24% got only better and 54% only worse.", SURVEY, ["24%", "54%"]),
        ("For 24% exercise only helped, while 54% only got worse.", SURVEY, ["24%", "54%"]),
        ("Exercise made symptoms worse in 54% and better in 24%.", SURVEY, ["54%", "24%"]),
        ("Symptoms got better in 24% of the people.", SURVEY, ["24%"]),
        ("8% of women and 15% of men have it.", SEX, ["8%", "15%"]),
        ("It affects 8% of women.", SEX, ["8%"]),
        ("8% of women have it.", LEADING, ["8%"]),
        ("Of 120 people, 5% had nausea and 12% had headaches.", EFFECTS, ["5%", "12%"]),
        ("Headache came in 12%.", EFFECTS, ["12%"]),
        ("Iron is advised below 50 ng/mL in adults.", FERRITIN, ["50 ng/mL"]),
        ("They fell by 7 points with the drug and by 12 points with placebo.", TRIAL, ["7 points", "12 points"]),
        ("Walking raised the risk by 25%.", RISK, ["25%"]),
    ],
)
def test_a_figure_of_something_else_is_seen(claim: str, evidence: str, figures: list[str]) -> None:
    assert crossings(claim, evidence) == figures


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("54% got only better and 24% only worse.", SURVEY),
        ("24% said it only made things worse, and 54% said that it only helped.", SURVEY),
        ("24% had more symptoms after exercise.", SURVEY),
        ("More than half (54%) felt that exercise does them nothing but good.", SURVEY),
        ("15% of women, but just 8% of men, have it.", SEX),
        ("Women have it more often: 15%.", SEX),
        ("It affects 15% of women, against 8% of men.", SEX),
        ("Among women 15% had it, and among men 8%.", LEADING),
        ("5% got headaches, and 12% felt sick.", EFFECTS),
        ("3% quit, mostly because of nausea.", EFFECTS),
        ("In children iron is advised under 50 ng/mL.", FERRITIN),
        ("The drug lowered the score by 12 points, placebo by 7.", TRIAL),
        ("Those who walked had a 25% lower risk.", RISK),
        ("The risk did not rise: it was 25% lower.", RISK),
    ],
)
def test_other_words_for_the_same_thing_are_let_be(claim: str, evidence: str) -> None:
    assert crossings(claim, evidence) == []
