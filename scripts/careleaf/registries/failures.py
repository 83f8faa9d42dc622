"""What went wrong on the way to a host, in words."""

import ssl

import httpcore2


def what_failed(error: Exception) -> str:
    """Return the words that complete "the host …"."""
    if isinstance(error, httpcore2.ConnectError | httpcore2.ConnectTimeout):
        return "could not be reached"
    return "did not answer in time" if isinstance(error, httpcore2.TimeoutException) else "did not answer in full"


def is_tls_failure(error: BaseException | None) -> bool:
    """Tell whether a host could not prove who it is."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
