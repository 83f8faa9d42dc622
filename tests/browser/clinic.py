"""A clinic's site with a page in every state a portal may meet, signed by a role name."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from careleaf.build.check import run_mkdocs
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings
from tests.conftest import MINIMAL_SITE, TODAY, write_file

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
_NAMES = ("signed", "late", "changed", "gone", "hostile")
_LINK = "\nRead [about {0} legs](sleep/{0}.md).\n"
FILES: Mapping[str, str] = {
    **MINIMAL_SITE,
    "mkdocs.yml": MINIMAL_SITE["mkdocs.yml"].replace("site_name", "site_url: https://health.test/\nsite_name", 1),
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
""",
    "docs/index.md": MINIMAL_SITE["docs/index.md"] + "".join(map(_LINK.format, _NAMES)),
    "docs/sleep/signed.md": _page("Signed", _SIGNED),
    "docs/sleep/late.md": _page("Late"),
    "docs/sleep/changed.md": _page("Changed"),
    "docs/sleep/gone.md": _page("Gone", "The withdrawn advice."),
    "docs/sleep/hostile.md": _page(HOSTILE_TITLE.replace("'", "''"), "`<script>window.stolen=true</script>` is text."),
}
_REVIEW = """\
records:
  - reviewer: test-reviewer
    role: sleep specialist
    reviewed_on: {reviewed_on}
    next_review_on: {due_on}
    scope: clinical
    digest: {digest}
    page: {page}
    site: test-clinic
    statement: I read these words.
"""


def write_clinic(folder: Path) -> Path:
    """Write the site with its reviews; return its mkdocs.yml."""
    for path, content in FILES.items():
        write_file(folder / path, content)
    settings = folder / "mkdocs.yml"
    run = Run(Mode.CHECK, TODAY)
    with suppress(Judged):
        run_mkdocs(load_settings(settings), run)
    for page, digest, due_on in (
        ("sleep/signed", run.views["sleep/signed"].state.digest, "2027-11-01"),
        ("sleep/late", run.views["sleep/late"].state.digest, "2026-11-20"),
        ("sleep/changed", f"c1-{'0' * 64}", "2027-11-01"),
    ):
        review = _REVIEW.format(reviewed_on="2026-11-02", due_on=due_on, digest=digest, page=page)
        write_file(folder / f"docs/_data/reviews/{page}.yml", review)
    return settings
