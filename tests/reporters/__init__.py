"""Reporters: the same findings, in each form."""
