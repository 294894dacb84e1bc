"""What MkDocs does with problems: a build stops at them, a preview prints them and goes on."""

import sys
from collections.abc import Collection

from mkdocs.exceptions import Abort

from guidebook.engine.problem import Problem

NOTHING_BUILT = "; nothing was built."
LATER = " first."
"""How a report ends: before anything was built, and after."""


def stop_or_print(problems: Collection[Problem], ending: str, *, serving: bool) -> None:
    """Tell of them, each on a line of its own; `ending` says what becomes of a build. Nothing where there are none."""
    if not problems:
        return
    report = "\n".join(map(str, problems))
    if not serving:
        raise Abort(f"{report}\n\n{len(problems)} to mend{ending}")
    sys.stderr.write(f"\n{report}\n\n")
