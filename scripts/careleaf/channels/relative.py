"""Addresses within the site, relative, so that a site works below any path."""

from posixpath import relpath


def relative_address(target: str, page_url: str) -> str:
    """Return the way from a page to another address of the site, both relative to the site's root.

    A fragment stays; an address that ends in a slash keeps it.
    """
    path, hash_sign, fragment = target.partition("#")
    start = page_url if page_url.endswith("/") or not page_url else page_url.rpartition("/")[0]
    way = relpath("/" + path, "/" + start)
    slash = "/" if (not path or path.endswith("/")) and not way.endswith("/") else ""
    return f"{way}{slash}{hash_sign}{fragment}"
