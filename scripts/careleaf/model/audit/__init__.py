"""What quality standards ask of a topic, and what is on record about it."""
