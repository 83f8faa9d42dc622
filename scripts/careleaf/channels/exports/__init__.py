"""Exports: what a clinic or another site takes away and can check."""
