"""Check digits: every valid one is accepted, every single wrong digit is refused."""

from hypothesis import assume, given
from hypothesis import strategies as st

from careleaf.model.identifiers import (
    doi_problem,
    isbn_problem,
    issn_problem,
    npi_problem,
    orcid_problem,
    pmcid_problem,
    pmid_problem,
)
from tests.property.strategies import anything

CHECKS = (doi_problem, isbn_problem, issn_problem, npi_problem, orcid_problem, pmcid_problem, pmid_problem)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def with_issn_digit(seven: str) -> str:
    check = -sum(int(d) * w for d, w in zip(seven, range(8, 1, -1), strict=True)) % 11
    return f"{seven[:4]}-{seven[4:]}{'X' if check == 10 else check}"


def with_isbn13_digit(twelve: str) -> str:
    return twelve + str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(twelve)) % 10)


def with_isbn10_digit(nine: str) -> str:
    check = sum(int(d) * i for i, d in enumerate(nine, start=1)) % 11
    return nine + ("X" if check == 10 else str(check))


def with_orcid_digit(fifteen: str) -> str:
    total = 0
    for digit in fifteen:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    whole = fifteen + ("X" if check == 10 else str(check))
    return "-".join(whole[i : i + 4] for i in range(0, 16, 4))


def with_npi_digit(nine: str) -> str:
    doubled = (int(d) * 2 if i % 2 == 0 else int(d) for i, d in enumerate(reversed(nine)))
    return nine + str(-(24 + sum(sum(divmod(d, 10)) for d in doubled)) % 10)


npi_start = st.builds(str.__add__, st.sampled_from("12"), digits(8))
VALID = st.one_of(
    st.tuples(st.just(issn_problem), digits(7).map(with_issn_digit)),
    st.tuples(st.just(isbn_problem), digits(12).map(with_isbn13_digit)),
    st.tuples(st.just(isbn_problem), digits(9).map(with_isbn10_digit)),
    st.tuples(st.just(orcid_problem), digits(15).map(with_orcid_digit)),
    st.tuples(st.just(npi_problem), npi_start.map(with_npi_digit)),
)


@given(VALID, st.integers(0, 30), st.sampled_from("0123456789"))
def test_a_valid_one_is_accepted_and_one_wrong_digit_is_not(valid: tuple, place: int, digit: str) -> None:
    problem_of, identifier = valid
    assert problem_of(identifier) is None
    place %= len(identifier)
    assume(identifier[place].isdigit() and identifier[place] != digit)
    assert problem_of(identifier[:place] + digit + identifier[place + 1 :]) is not None


@given(anything)
def test_no_text_makes_a_check_fail(text: str) -> None:
    for problem_of in CHECKS:
        assert problem_of(text) is None or problem_of(text)
