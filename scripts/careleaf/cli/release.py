"""`careleaf release`."""

import sys
from argparse import Namespace

from careleaf.build.day import today
from careleaf.build.release import release_site
from careleaf.cli.build import add_options, means, report_build
from careleaf.cli.build_progress import BuildProgress

__all__ = ["add_options", "run"]


def run(options: Namespace) -> int:
    """Release the site and say what to do next."""
    with BuildProgress() as progress:
        used = means(options, progress)
        day = today(options.date)
        released = release_site(options.config_file, day, options.site_dir, progress.stage, used, options.baseline)
    code = report_build(released.built, options)
    if code == 0:
        counted = f"{released.added} version{'' if released.added == 1 else 's'}"
        print(f"Entered in docs/_data/published.yml: {counted}. Commit it before you upload the site.", file=sys.stderr)
        for note in released.notes:
            print(note, file=sys.stderr)
        print(f"SHA-256 of SHA256SUMS, for receivers: {released.fingerprint}", file=sys.stderr)
    return code
