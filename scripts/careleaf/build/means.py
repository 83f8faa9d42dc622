"""What a build may use of the machine, and of others."""

from dataclasses import dataclass, field

from careleaf.build.listener import Listener

MOST_JOBS = 256
"""Processes that anybody may ask for."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a build may use."""

    jobs: int = 0
    """Processes that work at one time; 0 for one a processor, 1 for none but this one."""
    executor: str = ""
    """``dask://host:port`` for the workers of a Dask cluster."""
    listener: Listener = field(default_factory=Listener)
    """Hears how far the work is."""


ALL_PROCESSORS = Means()
