"""Debian's own packages, where installing them is allowed."""

import os
import shutil
import subprocess
from collections.abc import Iterable


def install(packages: Iterable[str], what: str) -> None:
    """Bring in what packages are missing, as root on Debian or Ubuntu; elsewhere do nothing.

    Whether it worked is for the caller to see: a package may not be there, or not start.
    """
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"Installing {what} from the system's packages, once.", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    add = ["install", "-qq", "--yes", "--no-install-recommends", *packages]
    for arguments in (["update", "-qq"], add):
        command = ["apt-get", *arguments]
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
