"""`careleaf review packet`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.cli.terminal import progress
from careleaf.review.packet import write_packet


def add_options(parser: ArgumentParser) -> None:
    """Add the page or topic and the folder."""
    parser.add_argument("name", metavar="PAGE|TOPIC", help="what is to be reviewed")
    parser.add_argument(
        "--out", type=Path, default=Path("build/packets"), metavar="DIR", help="the folder (default: build/packets)"
    )


def run(options: Namespace) -> int:
    """Write the packet and say how it goes on."""
    progress("Reading the site and making the packet")
    made = write_packet(options.config_file, options.name, options.out, today(options.date))
    print(f"{made.screen}  to answer on a screen, offline; send it by e-mail")
    print(f"{made.paper}  to print and sign")
    for page in made.packet.pages:
        print(f"{page.view.page.id}  {page.digest}")
    print("What comes back is entered with `careleaf review accept FILE`, or from paper with `careleaf review sign`.")
    return 0
