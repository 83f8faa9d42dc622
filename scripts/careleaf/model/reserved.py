"""Folders of the finished site that careleaf fills itself: no page may lie in them."""

RESERVED_FOLDERS = frozenset("api assets embed exports fhir handouts infobutton oembed v".split())
