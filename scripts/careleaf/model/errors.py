"""What stops the tool from running.

What an author can get wrong is a finding, never one of these::

    CareleafError
    ├── ConfigError    the site's settings cannot be used
    ├── RenderError    a channel could not be made
    ├── PublishError   the result could not be put in its place
    └── ReviewRefusedError   a review cannot stand, so it is not entered
"""


class CareleafError(Exception):
    """The tool cannot go on; the message says why and what to do, in one or two sentences."""


class ConfigError(CareleafError):
    """The site's settings cannot be used."""


class RenderError(CareleafError):
    """A channel could not be made from a page that passed the checks."""


class PublishError(CareleafError):
    """The finished site could not be put in its place; the previous one is untouched."""


class ReviewRefusedError(CareleafError):
    """A review is not entered; `reasons` holds every reason, each with what to do next."""

    def __init__(self, what: str, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join([what, *(f"  - {reason}" for reason in reasons)]))
        self.reasons = reasons
