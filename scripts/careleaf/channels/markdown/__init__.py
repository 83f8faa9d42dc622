"""The Markdown extension: citations and care cards, in any engine that runs Python-Markdown."""
