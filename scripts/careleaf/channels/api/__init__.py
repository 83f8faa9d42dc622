"""The JSON API, version 1: static files, so that any host serves them."""
