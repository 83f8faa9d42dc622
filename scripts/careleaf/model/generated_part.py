"""Parts of a body that careleaf writes itself: no author wrote their words, and nobody signs them."""

from careleaf.model.health_block import LABEL_CLASS

CARD_LEVEL = "care-card__level"
CARD_REGION = "care-card__region"

LABELS = frozenset({CARD_LEVEL, CARD_REGION, LABEL_CLASS})
"""Classes of the words that say what a card or block is; every channel shows them."""

GENERATED_CLASSES = LABELS | {"headerlink"}
