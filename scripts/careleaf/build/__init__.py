"""The flows: check, build, serve. They join what lies below, and they alone write to disk."""
