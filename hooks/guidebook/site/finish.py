"""The steps from a built site to one that can be published, in their order."""

import sys

from guidebook.site import assets, copy, feed, offline, policy, search, sitemap, slim, small
from guidebook.site.built import Built


def finish(built: Built) -> None:
    """Complete a site in its own folder. A preview while writing does without.

    Each step works on the files that it finds, so that it also serves a site that another
    generator built. A step that changes files comes before the steps that measure them.
    """
    if small.IS_LARGER:
        sys.stderr.write(f"{small.IS_LARGER}\n")
    scripts = policy.inspect(built)
    copy.make(built)
    offline.enrol(built)
    assets.publish(built)
    feed.write(built)
    sitemap.date(built)
    search.defer(built)
    slim.make(built)
    policy.seal(built, scripts)
    offline.keep(built)
