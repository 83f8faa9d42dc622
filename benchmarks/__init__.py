"""Measurements: how long whole libraries take, and how much memory. Nothing here is a test."""
