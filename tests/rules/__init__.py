"""Literate cases of the rules: one Markdown file a rule."""
