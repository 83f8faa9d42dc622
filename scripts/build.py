"""The build script: `python scripts/build.py` is `careleaf build`."""

import sys

from careleaf.cli.main import main

if __name__ == "__main__":  # workers load this file too
    sys.exit(main(["build", *sys.argv[1:]]))
