"""Hostile input: each is a finding at its place, or inert and shown as text; nothing hangs and nothing crashes."""
