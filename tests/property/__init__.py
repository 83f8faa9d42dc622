"""Promises that hold for every input."""
