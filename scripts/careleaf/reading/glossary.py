"""What is wrong with the glossary as a whole."""

from collections.abc import Iterator, Mapping

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding
from careleaf.model.glossary import Term
from careleaf.model.record import Record


def ambiguous_forms(terms: Mapping[str, Record[Term]]) -> Iterator[Fault]:
    """Yield one fault for each form that two terms claim: nobody could say which of them a page means."""
    owners: dict[str, str] = {}
    for key, record in terms.items():
        for form in dict.fromkeys(form.casefold() for form in record.value.all_forms):
            owner = owners.setdefault(form, key)
            if owner != key:
                message = f"`{form}` belongs to the term `{owner}` as well."
                advice = "Leave it to one of the two terms, or write it out."
                yield Fault(FaultKind.INVALID_FIELD, Finding(record.at("forms"), message, advice))
