"""The model: what a page is, and what is true of it."""
