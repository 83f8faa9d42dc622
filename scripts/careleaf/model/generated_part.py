"""Parts of a body that careleaf writes itself: no author wrote their words, and nobody signs them."""

from careleaf.model.health_block import LABEL_CLASS

CARD_LEVEL = "care-card__level"
CARD_REGION = "care-card__region"

LABELS = frozenset({CARD_LEVEL, CARD_REGION, LABEL_CLASS})
"""Classes of the words that say what a card or block is; every channel shows them."""

DRAWING = "chart__drawing"
"""The class of pictures that careleaf draws from a table: what they show stands in its cells."""

TOPIC_LIST = "topic-list__made"
"""The class of the topics that stand in a list of topics: they come from the pages' own records."""

GENERATED_CLASSES = LABELS | {"headerlink", DRAWING, TOPIC_LIST}
