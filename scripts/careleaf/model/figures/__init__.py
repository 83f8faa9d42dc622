"""How figures are read from English text.

`find_quantities` asks one pattern after the other; what a pattern has taken is gone for the next. A new
kind of figure is one more function in `patterns.py` and one line in its table.
"""

from careleaf.model.figures.contacts import find_contacts
from careleaf.model.figures.derived import derived_ratios, derived_shares, single_units_in
from careleaf.model.figures.finder import find_quantities
from careleaf.model.figures.implied import implied_figures

__all__ = [
    "derived_ratios",
    "derived_shares",
    "find_contacts",
    "find_quantities",
    "implied_figures",
    "single_units_in",
]
