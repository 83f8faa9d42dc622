"""All rules in one ordered table, and the one way to ask them."""

from careleaf.model.library import Library
from careleaf.model.published import PublishedStatus
from careleaf.model.rule import Rule, RuleFinding
from careleaf.rules import (
    active_file,
    broken_anchor,
    broken_link,
    changed_since_review,
    changed_text,
    digit_beside_asterisk,
    duplicate_code,
    duplicate_key,
    duplicate_source,
    engine_warning,
    figure_not_in_evidence,
    figure_on_news,
    footnote_mismatch,
    foreign_file,
    future_review,
    hidden_character,
    invalid_code,
    invalid_contact,
    invalid_doi,
    invalid_field,
    invalid_isbn,
    invalid_issn,
    invalid_npi,
    invalid_orcid,
    invalid_pmid,
    invalid_source_date,
    leftover_markup,
    misplaced_review,
    missing_alternative_text,
    missing_conflict_statement,
    missing_evidence,
    missing_field,
    missing_front_matter,
    missing_get_help,
    missing_glyph,
    missing_review,
    orphan_page,
    overdue_review,
    ragged_table_row,
    renumbered_list,
    retracted_source,
    retracted_source_on_site_page,
    review_without_page,
    reviewer_is_author,
    reviewer_without_credentials,
    skipped_heading_level,
    superseded_source,
    swallowed_braces,
    text_changing_extension,
    uncited_attribution,
    uncited_figure,
    uncited_quotation,
    unclosed_block,
    unknown_evidence,
    unknown_key,
    unknown_person,
    unknown_reviewer,
    unprintable_element,
    unreadable_image,
    unreadable_record,
    unresolved_citation,
    unsafe_address,
    unsafe_html,
    untranslated_words,
    unused_source,
    unverified_source,
    unwieldy_page,
    vague_link_text,
    vanished_page,
)

RULES: tuple[Rule, ...] = (
    missing_front_matter.RULE,
    unknown_key.RULE,
    duplicate_key.RULE,
    unreadable_record.RULE,
    invalid_field.RULE,
    footnote_mismatch.RULE,
    untranslated_words.RULE,
    engine_warning.RULE,
    digit_beside_asterisk.RULE,
    swallowed_braces.RULE,
    ragged_table_row.RULE,
    renumbered_list.RULE,
    leftover_markup.RULE,
    unclosed_block.RULE,
    text_changing_extension.RULE,
    unsafe_html.RULE,
    hidden_character.RULE,
    unwieldy_page.RULE,
    foreign_file.RULE,
    active_file.RULE,
    unsafe_address.RULE,
    duplicate_code.RULE,
    invalid_code.RULE,
    missing_field.RULE,
    invalid_contact.RULE,
    unresolved_citation.RULE,
    unused_source.RULE,
    duplicate_source.RULE,
    unknown_evidence.RULE,
    invalid_doi.RULE,
    invalid_pmid.RULE,
    invalid_issn.RULE,
    invalid_isbn.RULE,
    invalid_source_date.RULE,
    missing_evidence.RULE,
    retracted_source.RULE,
    superseded_source.RULE,
    unverified_source.RULE,
    retracted_source_on_site_page.RULE,
    uncited_attribution.RULE,
    uncited_figure.RULE,
    uncited_quotation.RULE,
    figure_not_in_evidence.RULE,
    figure_on_news.RULE,
    missing_get_help.RULE,
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
    missing_alternative_text.RULE,
    skipped_heading_level.RULE,
    unreadable_image.RULE,
    broken_link.RULE,
    broken_anchor.RULE,
    vague_link_text.RULE,
    orphan_page.RULE,
    vanished_page.RULE,
    unprintable_element.RULE,
    missing_glyph.RULE,
    changed_text.RULE,
)
"""By family and code. A code is never used again."""


def check_library(library: Library) -> tuple[RuleFinding, ...]:
    """Ask every rule, and return all findings in the same order in every run; a finding is reported once.

    What is wrong with a withdrawn page is left out: its text goes nowhere, and withdrawing it must always be possible.
    """
    withdrawn = _withdrawn_paths(library)
    findings = {RuleFinding(rule, finding) for rule in RULES for finding in rule.check(library)}
    kept = (found for found in findings if found.finding.location.path not in withdrawn)
    return tuple(sorted(kept, key=lambda found: found.sort_key))


def _withdrawn_paths(library: Library) -> frozenset[str]:
    released = library.published.value.pages
    gone = {url for url, page in released.items() if page.status is PublishedStatus.WITHDRAWN}
    return frozenset(page.path for page in library.pages if page.url in gone)


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule with a code or a name, as `careleaf explain` is asked for it."""
    asked = code_or_name.casefold()
    return next((rule for rule in RULES if asked in {rule.code.casefold(), rule.name}), None)
