"""Hosting: what web servers have to be told about a finished site, in the form each of them reads."""
