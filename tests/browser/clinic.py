"""A clinic's site with a page in every state a portal may meet, signed by a role name."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from careleaf.build.judging import judged_run
from careleaf.model.canonical import canonical_text
from tests.browser.schemes import IN_BOTH_SCHEMES
from tests.conftest import MINIMAL_SITE, TODAY, write_file
from tests.reviews import enter_review

_SAID = "Paragraph {} says that rest is a good thing to have, and gives no figure."
_LONG = "\n\n".join(map(_SAID.format, "abcdefghijkl"))
HOSTILE_TITLE = '</title><script>window.stolen=true</script>"><img src=x onerror=stolen=true>'


def _page(title: str, body: str = "", more: str = "") -> str:
    head = f"title: '{title}'\ndescription: About {title[:5]}.\ntype: condition\nmain_message: Rest well.\n"
    head += "authors: [test-author]\n"
    start = "Rest is a good thing to have. Read [when to get help](get-help.md).\n\n"
    return f"---\n{head}written_on: 2026-10-01\n{more}---\n\n{start}{body}"


_SIGNED = f"""\
## Call for help

Some signs cannot wait.[@test-trial]

/// care-card | Call 911 now if:
    level: emergency
    region: US

- you cannot breathe
///

## How to move

In a survey, 40% said they slept badly.[@test-survey#sleep] See [what comes after](#far-down).

{_LONG}

## Far down

{_LONG}

The end of the text.
"""
_ALONE = "## At night\n\nRest at night.\n\n### Later\n\nRest more.\n\n## By day\n\nRest less.\n"
_NAMES = ("signed", "late", "changed", "gone", "hostile")
_LINK = "\nRead [about {0} legs](sleep/{0}.md).\n"
FILES: Mapping[str, str] = {
    **MINIMAL_SITE,
    "mkdocs.yml": IN_BOTH_SCHEMES.replace("site_name", "site_url: https://health.test/\nsite_name", 1),
    "docs/_data/policy.yml": """\
site_id: test-clinic
publisher: Test clinic
publish:
  site: [reviewed, adapted, overdue, unreviewed, changed-since-review]
  handout: [reviewed, adapted, overdue, unreviewed, changed-since-review]
  embed: [reviewed, adapted, overdue, unreviewed, changed-since-review]
""",
    "docs/_data/published.yml": """\
pages:
  sleep/gone/:
    status: withdrawn
    title: Gone
    withdrawn_on: 2026-11-01
    withdrawn_by: Test Reviewer
    reason: It was wrong.
    replaced_by: sleep/signed/
    sections: [embed/sleep/gone/once/]
  sleep/old/: {status: moved, replaced_by: sleep/signed/}
""",
    "docs/_data/sources/test-trial.yml": MINIMAL_SITE["docs/_data/sources/test-survey.yml"]
    .replace("A survey of tests", "A trial of tests")
    .replace("10.1000/test", "10.1000/trial"),
    "docs/index.md": MINIMAL_SITE["docs/index.md"] + "".join(map(_LINK.format, _NAMES)),
    "docs/sleep/signed.md": _page("Signed", _SIGNED, "standalone: [how-to-move, call-for-help]\n"),
    "docs/sleep/late.md": _page("Late", _ALONE, "standalone: [at-night]\n"),
    "docs/sleep/changed.md": _page("Changed", _ALONE, "standalone: [at-night]\n"),
    "docs/sleep/gone.md": _page("Gone", "The withdrawn advice."),
    "docs/sleep/hostile.md": _page(HOSTILE_TITLE.replace("'", "''"), "`<script>window.stolen=true</script>` is text."),
}


def write_clinic(folder: Path) -> Path:
    """Write the site with its reviews; return its mkdocs.yml."""
    for path, content in FILES.items():
        write_file(folder / path, content)
    settings = folder / "mkdocs.yml"
    library = judged_run(settings, TODAY).library
    signed_on, due_on, overdue_on = date(2026, 11, 2), date(2027, 11, 1), date(2026, 11, 20)
    for page, due in (("sleep/signed", due_on), ("sleep/late", overdue_on)):
        enter_review(settings, page, canonical_text(library.pages_by_id[page], library), signed_on, due)
    enter_review(settings, "sleep/changed", "p What was signed.\n", signed_on, due_on)
    return settings
