"""Handouts: what a reader, a screen reader and a printer get."""
