"""The outside world: Crossref, doi.org, PubMed, the web. The only network code."""
