"""The same examples in every run, without a stopwatch: a slow machine is no fault."""

from hypothesis import settings

settings.register_profile("careleaf", deadline=None, derandomize=True, database=None)
settings.load_profile("careleaf")
