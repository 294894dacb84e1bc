"""Where the book may lead besides its own pages: the hosts of `data/addresses.yml`, so that a review sees a new one.

An address has one plain form. Whatever could show one place and lead to another (a name before an @, a
backslash, letters that look like others) is refused, on the list or not.
"""

import re
from pathlib import Path

from guidebook.engine.problem import Problem, ProblemsFound
from guidebook.engine.yaml.source import read as read_yaml

Hosts = frozenset[str] | None
"""Those that pages may lead to; None: any."""

FILE = "data/addresses.yml"

_WEB = re.compile(r"https?://(?P<host>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"mailto:[\w.+-]+@(?P<host>[^@?]*)", re.IGNORECASE | re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*")


def fault(address: str, hosts: Hosts) -> str | None:
    """What is wrong with an address of the web or of mail, and what would be right."""
    shown = f'the address "{address[:60]}"'
    found = _WEB.fullmatch(address) or _MAIL.fullmatch(address)
    if found is None:
        return f"{shown} is not of the form https://example.org/page or mailto:me@example.org"
    host = found["host"]
    if "\\" in address or "@" in host or re.search(r"\s", address):
        return f"{shown} hides where it leads; write it without @, spaces and backslashes"
    if host and not host.isascii():
        return f"{shown} has letters that look like others; its host is {_real(host)}"
    if not _HOST.fullmatch(host.lower()):
        return f"{shown} names no host such as example.org"
    if hosts is not None and host.lower() not in hosts:
        return (
            f"{host.lower()} is on no list of where the book leads; if it should, add it to {FILE}"
        )
    return None


def _real(host: str) -> str:
    """A host as the network knows it."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return "none at all"


def read(path: Path, root: Path) -> Hosts:
    """The hosts. Raises ProblemsFound; without the file a book may lead anywhere."""
    if not path.is_file():
        return None
    source = read_yaml(path, root)
    data = source.data.get("hosts") if isinstance(source.data, dict) else None
    if not isinstance(data, list) or source.data != {"hosts": data}:
        message = "a list of hosts stands here: `hosts:`, and below it a line such as - example.org"
        raise ProblemsFound([source.problem((), message)])
    problems: list[Problem] = []
    for n, host in enumerate(data):
        if not isinstance(host, str) or not _HOST.fullmatch(host):
            message = f'"{str(host)[:60]}" is no host; write it in small letters, as in example.org'
            problems.append(source.problem(("hosts", n), message))
        elif host in data[:n]:
            problems.append(source.problem(("hosts", n), f'"{host}" stands twice; keep one'))
    if problems:
        raise ProblemsFound(problems)
    return frozenset(map(str, data))
