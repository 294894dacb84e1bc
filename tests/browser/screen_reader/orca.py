"""Orca, and what it says. It needs a screen and a bus of its own: see `make test-screen-reader`."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

TIMEOUT = 60
"""Seconds. Nothing here is timed: a busy machine may take as long as it needs."""
SOON = 5
"""Seconds after which it is taken to be silent, and the page is asked once more."""
AT_SPI = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)
SETTINGS = (
    ("org.gnome.desktop.interface", "toolkit-accessibility"),
    ("org.gnome.desktop.a11y.applications", "screen-reader-enabled"),
)
_SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'[\[{]")


class Orca:
    """What it says, as its own log has it: no voice is needed for that."""

    def __init__(self) -> None:
        self.terminal, self._written_to = os.openpty()
        self.log = os.ttyname(self._written_to)
        """A terminal, for into a file Orca would write only now and then."""
        self._written = bytearray()
        self.told: list[str] = []
        """All that was heard so far, step by step, for whoever wants to read it."""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            self._written += os.read(self.terminal, 65_536)

    @property
    def said(self) -> list[str]:
        """Since the last time that something was waited for."""
        return _SAID.findall(self._written.decode(errors="replace"))

    def speaks(self) -> bool:
        """Whether it says something soon; that is then forgotten."""
        end = time.monotonic() + SOON
        while not self.said and time.monotonic() < end:
            time.sleep(0.05)
        spoke = bool(self.said)
        self._written.clear()
        return spoke

    def hears(self, *words: str) -> str:
        """Wait until all of these were said, in any order, and begin to listen anew."""
        end = time.monotonic() + TIMEOUT
        while not all(word in (said := " ".join(self.said)) for word in words):
            assert time.monotonic() < end, f"{words} were not said, but: {said}"
            time.sleep(0.05)
        self.told.append(said)
        self._written.clear()
        return said


@contextmanager
def listening(folder: Path) -> Iterator[Orca]:
    """Orca at work on this screen, with settings of its own."""
    orca = Orca()
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        os.environ[name] = str(folder / name)
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    os.environ["SPEECHD_CMD"] = "/bin/false"  # or it would start a voice, and wait for it
    for schema, key in SETTINGS:
        subprocess.run(["gsettings", "set", schema, key, "true"], check=True)
    bus = next(path for path in AT_SPI if Path(path).exists())
    with ExitStack() as running:
        for command in (
            ["openbox"],
            [bus, "--launch-immediately"],
            ["orca", f"--debug-file={orca.log}", "--replace"],
        ):
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            running.callback(process.wait)
            running.callback(process.kill)
        orca.hears("Screen reader on.")
        yield orca
