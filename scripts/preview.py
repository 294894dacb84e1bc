"""Serve the book, live, at the address given, or at the next port that is free."""

import socket
import sys
from typing import NoReturn

from mkdocs.__main__ import cli

ADDRESS = "127.0.0.1:8000"
TRIED = 20


def main(address: str = ADDRESS) -> NoReturn:
    """Run `mkdocs serve` until it is stopped. It prints the address."""
    host, _, port = address.rpartition(":")
    if not (host and port.isdecimal()):
        sys.exit(f'"{address}" is no address; one looks like {ADDRESS}')
    ports = range(int(port), int(port) + TRIED)
    free = next((port for port in ports if is_free(host, port)), None)
    if free is None:
        sys.exit(f"Ports {ports[0]} to {ports[-1]} are taken. Name another address: {host}:9000")
    # A broken link must not end a preview: the page is shown, and the fault printed.
    serve = ["serve", "--no-strict", "--dev-addr", f"{host}:{free}"]
    cli(serve, prog_name="mkdocs")
    sys.exit()


def is_free(host: str, port: int) -> bool:
    try:
        socket.create_server((host, port)).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
