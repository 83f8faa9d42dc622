"""What the property tests draw from."""

from hypothesis import strategies as st

WORDS = (
    "about nearly half twice a third one in ten of 54% 1,000 5 mg g per and to between – - 2–3 weeks midnight 1 am p.m."
    " Dr. e.g. U.S. A. Tester vitamin B. People said. No? Yes! “quoted words” 1 in 10 hundred thousand and three"
    " quarters ½ 1½ 3/4 24/7 911 COVID-19 2025 RR 0.75 p < 0.05 (n = 8) aged 18 65s daily times a week study found"
    " experts"
).split(" ")

prose = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30).map(" ".join)
"""Text that is full of what the parsers look for."""

anything = st.text(max_size=200) | prose
