"""What is taken, done or happens so many times, where a small number in words is an amount and no mere wording."""

UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade)"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
TAKEN = (
    r"(?:tablets?|pills?|capsules?|doses?|drops?|puffs?|sachets?|patch(?:es)?|injections?|jabs?|shots?|sprays?|squirts?|scoops?"
    r"|lozenges?|suppositor(?:y|ies)|pessar(?:y|ies)|pumps?|vials?|ampoules?|pens?|pieces?|sticks?|teaspoons?|tablespoons?"
    r"|spoonfuls?|teaspoonfuls?|tablespoonfuls?|capfuls?|measures?|drinks?|glass(?:es)?|cups?|cans|can\s+of|mugs?|pints?|units?"
    r"|portions?|servings?|handfuls?|slices?|cigarettes?|sips?|mouthfuls?|sweets?|biscuits?|eggs?|inhalations?|actuations?"
    r"|applications?|wafers?|strips?|enemas?|cartridges?|gummies|meals?|snacks?|fingertips?)"
)
"""Medicines of every form, food and drink."""
DONE = (
    r"(?:repetitions?|reps|raises?|lifts?|squats?|lunges?|stretches|push-?ups|press-?ups|sit-?ups|curls|breaths?|steps(?!\s*\Z)|lengths"
    r"|laps|circles|rolls|turns|bends|pushes|squeezes|rounds?|taps|swallows|coughs|dips|rows|holds|bursts|sprints|jumps|hops|(?:back\s+)?blows|thrusts|compressions)"
)
"""Exercises."""
HAPPENS = (
    r"(?:courses?|cycles?|boosters?|jabs|vaccinations|transfusions?|feeds|(?:wet\s+|dirty\s+)?nappies|diapers|stools"
    r"|bowel\s+movements|motions|seizures?|fits|relapses|flares|flare-ups|attacks|bouts|miscarriages|occasions|infections"
    r"|episodes|falls|shocks|hot\s+flushes|contractions|operations|generations|flights|time\s+zones|zones)"
)
"""Events of an illness and of its care."""
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth"
    r"|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|(?:thirt|fort|fift|sixt|sevent|eight|ninet)ieth|\d{1,3}(?:st|nd|rd|th))"
)
A_TIME = r"(?:daily|nightly|weekly|monthly|(?:an?|per|each|every)\s+(?:day|night|week|month|year|morning|evening|hour))"
SMALL_NUMBERS = "two three four five six seven eight nine ten eleven twelve"
