"""The build script: `python scripts/build.py` is `careleaf build`."""

import sys

from careleaf.cli.main import main

sys.exit(main(["build", *sys.argv[1:]]))
