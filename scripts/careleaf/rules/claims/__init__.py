"""Which sentences of a page claim something, and what they cite."""
