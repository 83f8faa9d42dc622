"""Handouts: a page, or a whole topic, as an accessible PDF (PDF/UA-1, ISO 14289-1) for paper and screen.

The rendered body becomes a neutral tree of nodes (`tree`), the nodes and all that stands around them become
one JSON document (`document`), and one Typst template turns that into a PDF (`compile`). Page content reaches
Typst only as JSON strings; it is never evaluated.
"""
