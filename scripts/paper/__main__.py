"""The book to print and to carry: as PDF, and as EPUB, from the built site.

    python -m scripts.paper .cache/site .cache/paper [--only NAME]...

Leaves the-dark-side-of-linkedin.epub and four PDFs in the second folder: for A4 and for US Letter, and both
in large print. NAME is a4, letter, a4-large, letter-large or epub.
"""

import argparse
import time
from pathlib import Path

from scripts.paper import edition, epub, pdf

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = "the-dark-side-of-linkedin"
FORMS = ("a4", "letter", "a4-large", "letter-large", "epub")


def main() -> None:
    """Make them, and say how large they are."""
    parser = argparse.ArgumentParser(prog="scripts.paper", description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("out", type=Path, help="where to leave the books")
    parser.add_argument("--only", action="append", choices=FORMS, help="leave out the others")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    this = edition.read(ROOT)
    for form in given.only or FORMS:
        began = time.monotonic()
        to = given.out / (f"{FILE}.epub" if form == "epub" else f"{FILE}-{form}.pdf")
        if form == "epub":
            epub.make(given.site, this, to)
        else:
            paper, _, large = form.partition("-")
            pdf.make(given.site, this, to, paper, large=bool(large))
        print(
            f"{to}: {to.stat().st_size / 1000:,.0f} kB, {time.monotonic() - began:.0f} s",
            flush=True,
        )


main()
