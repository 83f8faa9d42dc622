"""Reviews: who looked at a page, when, and at which wording."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    changed_since_review,
    future_review,
    invalid_npi,
    invalid_orcid,
    misplaced_review,
    missing_conflict_statement,
    missing_review,
    overdue_review,
    review_without_page,
    reviewer_is_author,
    reviewer_without_credentials,
    unknown_person,
    unknown_reviewer,
)

RULES: tuple[Rule, ...] = (
    invalid_orcid.RULE,
    invalid_npi.RULE,
    reviewer_without_credentials.RULE,
    missing_conflict_statement.RULE,
    missing_review.RULE,
    overdue_review.RULE,
    reviewer_is_author.RULE,
    unknown_reviewer.RULE,
    changed_since_review.RULE,
    misplaced_review.RULE,
    review_without_page.RULE,
    future_review.RULE,
    unknown_person.RULE,
)
