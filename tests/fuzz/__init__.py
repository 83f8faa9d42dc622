"""Random pages and registers, mixed from our syntax, Markdown, HTML and odd Unicode."""
