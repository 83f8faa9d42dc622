"""The MkDocs plugin: a thin shell that hands MkDocs's events to a run."""
