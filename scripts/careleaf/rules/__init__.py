"""The questions a library is asked: one file a rule, one ordered table."""
