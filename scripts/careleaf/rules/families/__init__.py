"""The rules of each family, by code: one line a rule."""
