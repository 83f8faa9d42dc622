"""People named after their condition, or pitied for it.

A reader is not an illness. Words that make one of them, or that speak of victims and suffering, keep people from
reading on and from asking for help. The words are of the kinds that the NHS
(https://service-manual.nhs.uk/content/inclusive-content) and the American Psychological Association
(https://www.apa.org/about/apa/equity-diversity-inclusion/language-guidelines) advise against. Only English text is
looked at; on a site in another language this rule stays silent.

Can be wrong when: a group chooses the word for itself, as many deaf and autistic people do, it is part of a name, or
it stands before a noun, as in “the disabled entrance”.

Name the person first, and say what they have or use.

Bad:  `Diabetics who suffer from restless legs …`
Good: `People with diabetes who have restless legs …`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.language.better_words import BetterWords

_BETTER_WORDS = BetterWords(
    {
        "people with diabetes": "diabetics; diabetic people; diabetic patients; diabetes sufferers",
        "people with asthma": "asthmatics; asthma sufferers",
        "people with epilepsy": "epileptics; epilepsy sufferers",
        "people with schizophrenia": "schizophrenics",
        "people with arthritis": "arthritics; arthritis sufferers",
        "people with migraine": "migraineurs; migraine sufferers; migraine victims",
        "people with RLS": "RLS sufferers; RLS victims",
        "people with high blood pressure": "hypertensives",
        "people with anemia": "anemics; anaemics",
        "people with hemophilia": "hemophiliacs; haemophiliacs",
        "people with dementia": "the demented; demented people; dementia sufferers; dementia victims",
        "people with obesity": "the obese; obese people; obese patients; morbidly obese",
        "people with a disability": "the disabled; the handicapped; handicapped people; invalids; cripples; crippled",
        "people with a learning disability": "the retarded; mentally retarded; mentally handicapped",
        "people with a mental health problem": "the mentally ill; mental patients; lunatics; psychotics; neurotics",
        "people who see little or nothing": "the visually impaired",
        "people who are deaf": "deaf and dumb; deaf mutes; the hearing impaired",
        "people with paralysis": "paraplegics; quadriplegics; tetraplegics; paralytics",
        "uses a wheelchair": "wheelchair-bound; wheelchair bound; confined to a wheelchair; bound to a wheelchair",
        "stays in bed": "bedridden",
        "older people": "the elderly; elderly people; elderly patients; elderly individuals; senile people; old folk",
        "people who use drugs": "drug addicts; addicts; junkies; drug abusers; substance abusers; drug users",
        "people with an alcohol problem": "alcohol abusers; drunks; problem drinkers",
        "has": "suffers from; suffers with; is afflicted with; afflicted by; is stricken with; falls victim to",
        "have": "suffer from; suffer with; are afflicted with; fall victim to",
        "with": "suffering from; suffering with; afflicted with; stricken with",
        "people who had a stroke": "stroke victims; stroke sufferers",
        "people with cancer": "cancer victims; cancer sufferers",
        "people with HIV": "AIDS victims; AIDS sufferers; HIV sufferers",
        "died by suicide": "committed suicide; successful suicide",
        "die by suicide": "commit suicide; committing suicide",
        "tried to end their life": "failed suicide; unsuccessful suicide",
        "people without a home": "the homeless",
        "did not take it as planned": "non-compliant; noncompliant; was not compliant",
        "the treatment did not work for": "failed the treatment",
        "people without the condition": "normal people; normal individuals",
    }
)


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each word that labels people."""
    return _BETTER_WORDS.find(library, "“{}” labels people, or pities them.")


RULE = Rule("LAN202", "label-for-people", Severity.WARNING, "Words label people by a condition.", check=check)
