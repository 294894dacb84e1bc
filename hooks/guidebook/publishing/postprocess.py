"""The steps from a built site to one that can be published, in their order."""

import sys

from guidebook.publishing import (
    assets,
    books,
    csp,
    feed,
    manifest,
    minify,
    offline,
    offline_copy,
    search,
    stylesheets,
)
from guidebook.publishing.built import Built


def postprocess(built: Built) -> None:
    """Complete a site in its own folder. A preview while writing does without.

    Each step works on the files that it finds, so that it also serves a site that another
    generator built. A step that changes files comes before the steps that measure them.
    """
    if minify.IS_LARGER:
        sys.stderr.write(f"{minify.IS_LARGER}\n")
    scripts = csp.inspect(built)
    stylesheets.inline(built.folder)
    offline_copy.make(built)
    books.place(built)
    offline.register_worker(built)
    assets.publish(built)
    feed.write(built)
    manifest.write(built)
    (built.folder / "sitemap.xml.gz").unlink(missing_ok=True)  # it holds the hour of the build
    search.defer(built)
    minify.publish(built)
    csp.seal(built, scripts)
    offline.write_worker(built)
