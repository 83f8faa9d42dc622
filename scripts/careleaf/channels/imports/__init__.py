"""Imports: a site's pages in the forms that portals and records systems take in."""
