"""Review records that belong to another page or another site.

A record that was copied would put a clinician's name under words they never saw.

Can be wrong when: a page was renamed; have the reviewer sign under the new name.

Put the record where it belongs. The site's name stands as `site_id` in policy.yml.

Bad:  `page: legs/causes` in `docs/_data/reviews/legs/timing.yml`
Good: `page: legs/timing` in `docs/_data/reviews/legs/timing.yml`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.reviews import all_reviews


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each record whose page or site is not the one it lies with."""
    site_id = library.policy.value.site_id
    for filed in all_reviews(library):
        if filed.record.page != filed.page_id:
            yield Finding(
                filed.at("page"),
                f"This record reviews `{filed.record.page}`, but it lies with `{filed.page_id}`.",
                "Move it to the page that was reviewed; a review cannot be carried over.",
            )
        if not site_id:
            yield Finding(
                filed.at("site"),
                f"This record was signed for the site `{filed.record.site}`, and this site has no name.",
                "Set `site_id` in docs/_data/policy.yml.",
            )
        elif filed.record.site != site_id:
            yield Finding(
                filed.at("site"),
                f"This record was signed for the site `{filed.record.site}`, and this site is `{site_id}`.",
                "Have the page reviewed for this site.",
            )


RULE = Rule("REV207", "misplaced-review", Severity.ERROR, "A review record belongs elsewhere.", check=check)
