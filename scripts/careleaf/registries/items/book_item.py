"""Open Library's record of a book (https://openlibrary.org/dev/docs/api/books)."""

from urllib.parse import urlencode

from careleaf.registries.client import Client
from careleaf.registries.items.item import FoundWork, compact, line, people
from careleaf.registries.reply import UnansweredError
from careleaf.registries.shape import first, mapping

BASE = "https://openlibrary.org"
_NAME = "Open Library"


def find_book(client: Client, isbn: str, base: str = BASE) -> FoundWork | None:
    """Ask about one ISBN. Raises UnansweredError unless the answer can be understood."""
    name = f"ISBN:{isbn.replace('-', '').replace(' ', '')}"
    reply = client.get_json(f"{base}/api/books?{urlencode({'bibkeys': name, 'format': 'json', 'jscmd': 'data'})}")
    if reply.status != 200:
        raise UnansweredError(f"{_NAME} answered with status {reply.status}")
    said = mapping(reply.json(), _NAME)
    if name not in said:
        return None
    book = mapping(said[name], _NAME)
    title, subtitle = line(book.get("title")), line(book.get("subtitle"))
    authors = people(_named(book.get("authors")))
    item = compact(
        {
            "type": "book",
            "title": f"{title}: {subtitle}" if subtitle else title,
            "author": authors,
            "publisher": next(iter(_named([first(book.get("publishers"))])), ""),
            "issued": line(book.get("publish_date")),
            "ISBN": isbn,
        }
    )
    notes = ("Family names were taken for the last word of each name; look at them.",) if authors else ()
    return FoundWork(item, _NAME, (*notes, "Open Library gives no edition; add it if the book names one."))


def _named(value: object) -> list[str]:
    return [line(one.get("name")) for one in value if isinstance(one, dict)] if isinstance(value, list) else []
