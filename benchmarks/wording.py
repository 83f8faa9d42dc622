"""Made-up, harmless prose for made-up conditions: realistic in length and shape, said by nobody, true of nothing."""

from random import Random

CONDITIONS = (
    "night cramps", "stiff knees", "dry eyes", "tension headaches", "sore wrists", "tight shoulders", "cold hands",
    "light sleep", "a stiff neck", "tired feet", "heel pain", "jaw tightness",
)  # fmt: skip
ACTS = (
    "a short walk", "gentle stretching", "a warm bath", "a regular bedtime", "less coffee", "easy cycling",
    "a firmer pillow", "slow breathing", "lighter evening meals", "a break from screens",
)  # fmt: skip
ASPECTS = ("causes", "signs", "daily life", "exercise", "sleep", "food", "work", "treatment", "questions")

_PLAIN = (
    "You can find a way to live well with {condition}.",
    "Start small, and change one thing at a time.",
    "You know your own body, so notice what makes {condition} better or worse.",
    "It helps to write down when it starts and what you did before.",
    "Nobody can promise that {act} will work for you.",
    "If it does not help, you have lost little by trying.",
    "Tell the people you live with what you are trying, so they can help.",
    "Bring your notes along when you see your clinician.",
    "Rest when you need to, but do not stay still for the whole day.",
    "Some days will be harder than others, and that is not your fault.",
    "Keep going with the things you enjoy, in a form that suits you.",
    "Ask what the plan is, who to call, and when to come back.",
)


def paragraph(random: Random, condition: str, sentences: int) -> str:
    """Return sentences that claim nothing, so that none needs a citation."""
    chosen = random.sample(_PLAIN, sentences)
    return " ".join(s.format(condition=condition, act=random.choice(ACTS)) for s in chosen)


def heading(aspect: str, number: int) -> str:
    """Return a section's heading, unlike any other on its page."""
    return ("What is known about {}", "What you can try for {}", "What gets in the way of {}", "Who can help with {}")[
        number % 4
    ].format(aspect) + ("" if number < 4 else " later on")
