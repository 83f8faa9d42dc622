"""The command `careleaf`.

Exit codes: 0 clean · 1 findings at error · 2 could not run. A crash is 2 as well: Python's own code for it is 1,
which would look like findings.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence

from careleaf.cli.commands import COMMANDS
from careleaf.cli.site_options import add_site_options
from careleaf.model.errors import CareleafError

COULD_NOT_RUN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given).parse_args(given)
    try:
        return int(options.run(options))
    except CareleafError as error:
        print(f"careleaf: {error}", file=sys.stderr)
        if getattr(options, "format", "") == "json":
            from careleaf.reporters.json_report import render_json_error  # nothing a good day needs

            print(render_json_error(str(error)))
    except KeyboardInterrupt:
        print("careleaf: stopped.", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except Exception:  # noqa: BLE001  # the one place that turns a crash into its exit code
        traceback.print_exc()
        print("careleaf: this is a fault in careleaf; please report it with the lines above.", file=sys.stderr)
    return COULD_NOT_RUN


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser with every command's name, and the options of the commands that are named."""
    parser = argparse.ArgumentParser(
        prog="careleaf", description="Publish medically reviewed health education: website, handouts, embeds."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help)
        if command.name in given:
            if command.reads_site:
                add_site_options(sub)
            command.add_options(sub)
            sub.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
