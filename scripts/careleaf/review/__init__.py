"""The flow of reviews: what a clinician gets, and how their word becomes a record."""
