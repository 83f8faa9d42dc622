"""Which sentences need a source: one hundred short ones from the language of health pages."""

import pytest

from careleaf.model.sentence import split_sentences
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.quotation import find_quotation

NEED_A_SOURCE = (
    "Almost everyone with gout has high uric acid, but just one in three people with it gets gout.",
    "The vaccine lowers the risk by 40 to 60 percent.",
    "Up to 1 in 5 children get it each year.",
    "Blood pressure above 140/90 is high.",
    "A normal reading is below 120/80 mmHg.",
    "A fever of 38.5 °C or more needs a call.",
    "A temperature over 100.4°F (38°C) is a fever.",
    "Take two 500 mg tablets every six hours, and no more than eight in 24 hours.",
    "Adults need 7–9 hours of sleep.",
    "Most guidelines now advise against it.",
    "The American Heart Association recommends walking.",
    "NICE says that it should be offered.",
    "The CDC estimates that thousands get it.",
    "Doctors think it comes from iron.",
    "It affects about 3 million Americans.",
    "Half a million people have it.",
    "Symptoms start in the first 48 hours.",
    "The drug was approved by the FDA.",
    "In one trial, walking worked as well as tablets.",
    "Research suggests that it runs in families.",
    "There is evidence that it works.",
    "There is strong evidence that it works.",
    "Some studies have linked it to sleep.",
    "It has been linked in studies to low iron.",
    "Studies in mice hint at this.",
    "Scientists have known this for years.",
    "Experts disagree on this.",
    "Women are twice as likely to have it.",
    "Women are two times more likely to have it.",
    "The dose is doubled after a week.",
    "One third of people stop taking it.",
    "Two out of every three people stop.",
    "Ten percent of people stop.",
    "The risk falls by a quarter.",
    "It takes about six weeks to work.",
    "It can last from a few days to 2 weeks.",
    "Your BMI should be between 18.5 and 25.",
    "Ferritin below 75 ng/mL is low.",
    "Aim for 150 minutes of exercise a week.",
    "Do it 10 times, then rest.",
    "Drink eight glasses of water a day.",
    "Limit salt to 5 g (1 teaspoon) a day.",
    "Only 4 of the 22 people got better.",
    "It is 99% effective.",
    "The trial had 1,000 people.",
    "More than 100,000 people die of it each year.",
    "Survival after five years is 80%.",
    "The over-65s are at higher risk.",
    "People aged 65 and over should have it.",
    "Children under five should not take it.",
    "A 10-fold rise is possible.",
    "It is most common between the ages of 20 and 40.",
    "Start with one tablet.",
    "Wait half an hour before you eat.",
    "At 6 months old, babies can have it.",
    "It is the third most common cause of death.",
    "It starts in the second week.",
    "It lasts less than an hour.",
    "It is among the top five causes of pain.",
    "Do you take more than 400 mg a day?",
    "Have you had a fever for more than 3 days?",
    "Do you have at least 4 drinks on one evening?",
    "Ask if you may take 2 tablets.",
)
NEED_NONE = (
    "Call 911 if you have chest pain.",
    "If it gets worse, call your doctor or 988.",
    "You may have type 2 diabetes.",
    "Vitamin B12 and vitamin D are found in fish.",
    "COVID-19 can do this too.",
    "Ask your doctor which one is right for you.",
    "There is no one cause.",
    "One of the best things you can do is walk.",
    "Here are three things to try.",
    "There are two kinds of RLS.",
    "These five signs matter.",
    "The first step is to rest.",
    "Talk to your doctor at your next visit.",
    "This page was reviewed on 5 May 2026.",
    "Step 1: rest your leg.",
    "Your doctor may recommend a blood test.",
    "Your doctor found iron in your blood.",
    "Ask what the test found.",
    "If your test shows low iron, ask why.",
    "You may need more than one test.",
    "It is open 24 hours a day, 7 days a week.",
    "Your doctor will review your results and find the cause.",
    "Write down three questions.",
    "Do one thing at a time.",
    "Half the battle is knowing.",
    "Many people find that walking helps.",
    "Some people say it helps.",
    "Your nurse can give you advice.",
    "Report side effects to your doctor.",
    "Keep your report and show it to your doctor.",
    "Research your options.",
    "A second opinion can help.",
    "You are not the only one.",
    "See page 2.",
    "Your care team can help you plan.",
    "Stay on one side.",
    "Nobody knows why.",
    "On the other hand, it can help.",
    "Go from one to the other.",
    "This is one way to do it.",
    "People in their care need rest.",
    "The clinic is at 12 High Street.",
    "Take part in a clinical trial.",
    "Clinical trials are looking for people.",
    "Ask if a study near you suits you.",
    "You can take part in a survey.",
    "Doctors can treat it.",
    "Doctors use a blood test to find it.",
    "A doctor can find out by examining you.",
    "Health experts can help you find a group.",
    "Guidelines for exercise are on another page.",
    "Evidence is weak.",
    "A survey is called a survey.",
    "We use data that we can check.",
    "Data about you are kept safe.",
    "Have your legs kept you awake for 3 nights?",
    "Write down for 7 days when you walk.",
    "The third person in line is next.",
)


def needs_a_source(text: str) -> bool:
    return any(
        find_attribution(sentence.text) or figures_to_cite(sentence) or find_quotation(sentence.text)
        for sentence in split_sentences(text)
    )


@pytest.mark.parametrize("text", NEED_A_SOURCE)
def test_a_source_is_asked_for(text: str) -> None:
    assert needs_a_source(text)


@pytest.mark.parametrize("text", NEED_NONE)
def test_no_source_is_asked_for(text: str) -> None:
    assert not needs_a_source(text)
