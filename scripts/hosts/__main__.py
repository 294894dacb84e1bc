"""Build and finish the book with another site generator, or with the one of today.

    python -m scripts.hosts HOST [--address https://example.org/]

HOST is mkdocs, properdocs, materialx or zensical. Needs the network at the first time, for the host
itself; leaves the site in .cache/hosts/HOST/site, ready to be published.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "hooks"))

from scripts.hosts import settings
from scripts.hosts.build import Failed, build

parser = argparse.ArgumentParser(prog="scripts.hosts", description=__doc__.partition("\n")[0])
parser.add_argument("host", choices=settings.HOSTS)
parser.add_argument("--address", default="", help="where the site will be, with a slash at its end")
given = parser.parse_args()
try:
    site, versions = build(given.host, given.address)
except Failed as failed:
    sys.exit(str(failed))
print(f"{site}: built and finished with {versions}.")
