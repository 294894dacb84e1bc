"""Firefox for Selenium without geckodriver, which Debian does not have.

Marionette, the part of Firefox that geckodriver talks to, takes the commands of WebDriver by
names of its own: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import re
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.command import Command

NAMES = {
    Command.CLOSE: "CloseWindow",
    Command.CLICK_ELEMENT: "ElementClick",
    Command.FIND_CHILD_ELEMENT: "FindElement",
    Command.FIND_CHILD_ELEMENTS: "FindElements",
    Command.FIND_ELEMENT: "FindElement",
    Command.FIND_ELEMENTS: "FindElements",
    Command.GET: "Navigate",
    Command.GET_CURRENT_URL: "GetCurrentURL",
    Command.GET_ELEMENT_ARIA_LABEL: "GetComputedLabel",
    Command.GET_ELEMENT_ARIA_ROLE: "GetComputedRole",
    Command.GET_ELEMENT_ATTRIBUTE: "GetElementAttribute",
    Command.GET_ELEMENT_RECT: "GetElementRect",
    Command.GET_ELEMENT_TEXT: "GetElementText",
    Command.GO_BACK: "Back",
    Command.GO_FORWARD: "Forward",
    Command.IS_ELEMENT_SELECTED: "IsElementSelected",
    Command.NEW_SESSION: "NewSession",
    Command.NEW_WINDOW: "NewWindow",
    Command.REFRESH: "Refresh",
    Command.SWITCH_TO_WINDOW: "SwitchToWindow",
    Command.W3C_ACTIONS: "PerformActions",
    Command.W3C_EXECUTE_SCRIPT: "ExecuteScript",
    Command.W3C_GET_ACTIVE_ELEMENT: "GetActiveElement",
    Command.W3C_GET_CURRENT_WINDOW_HANDLE: "GetWindowHandle",
    Command.W3C_GET_WINDOW_HANDLES: "GetWindowHandles",
}
"""Selenium's commands → Marionette's, those that the journeys need."""

PREFERENCES: Mapping[str, bool | int | str] = {
    "marionette.port": 0,  # one that is free; Firefox writes it into the profile
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.server": "",
}
TIMEOUT = 60
"""Seconds for Firefox to start."""


class Marionette:
    """What Selenium's `Remote` takes as its way to a browser: a Firefox of its own."""

    def __init__(
        self, binary: str, profile: Path, preferences: Mapping[str, bool | int | str]
    ) -> None:
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in {**PREFERENCES, **preferences}.items()
        )
        (profile / "user.js").write_text("".join(lines))
        command = [binary, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self._firefox = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._line = socket.create_connection(("127.0.0.1", self._port(profile)))
        self._replies = self._line.makefile("rwb")
        self._reply()  # Firefox introduces itself
        self._sent = 0

    def execute(self, command: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """What Firefox answers, as Selenium expects it from a driver."""
        if command == Command.QUIT:
            return {"value": None}  # `close` sees to it
        parameters = {name: value for name, value in parameters.items() if name != "sessionId"}
        if "id" in parameters:
            key = "element" if command.startswith("findChild") else "id"
            parameters[key] = parameters.pop("id")
        self._sent += 1
        message = json.dumps([0, self._sent, f"WebDriver:{NAMES[command]}", parameters]).encode()
        self._replies.write(b"%d:%b" % (len(message), message))
        self._replies.flush()
        _, _, error, result = self._reply()
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return {"value": result.get("value", result) if isinstance(result, dict) else result}

    def close(self) -> None:
        """End this Firefox."""
        self._replies.close()
        self._line.close()
        self._firefox.terminate()
        self._firefox.wait()

    def _port(self, profile: Path) -> int:
        """Read where Firefox has written it, once it has."""
        settings = profile / "prefs.js"
        until = time.monotonic() + TIMEOUT
        while time.monotonic() < until and self._firefox.poll() is None:
            text = settings.read_text() if settings.exists() else ""
            if found := re.search(r'"marionette\.port", ([1-9]\d*)', text):
                return int(found[1])
            time.sleep(0.1)
        raise RuntimeError("Firefox did not start, or Marionette in it did not")

    def _reply(self) -> Any:
        length = b""
        while (digit := self._replies.read(1)) != b":":
            length += digit
        return json.loads(self._replies.read(int(length)))
