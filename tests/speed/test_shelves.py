"""Pages are read back some at a time, and most of what was read stays so when a page comes or goes."""

import pytest

from careleaf.build.shelves import shelves

ADDRESSES = [f"sleep/page-{number:03}/" for number in range(300)]


def test_every_page_stands_on_one_shelf_in_its_order() -> None:
    assert [address for shelf in shelves(ADDRESSES) for address in shelf] == ADDRESSES


def test_a_shelf_holds_some_pages_and_never_most_of_them() -> None:
    assert 20 < len(list(shelves(ADDRESSES))) < 80
    assert max(map(len, shelves(ADDRESSES))) < 60


@pytest.mark.parametrize("number", [0, 77, 299])
def test_a_page_more_or_less_changes_its_own_shelf_and_at_most_one_beside_it(number: int) -> None:
    before = {tuple(shelf) for shelf in shelves(ADDRESSES)}
    after = {tuple(shelf) for shelf in shelves([*ADDRESSES[:number], *ADDRESSES[number + 1 :]])}

    assert len(before - after) <= 2
    assert len(after - before) <= 1
