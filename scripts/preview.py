"""Serve the book, live, at the address given, or at the next port that is free."""

import os
import socket
import sys

TRIED = 20


def main(address: str) -> None:
    """Become `mkdocs serve`. It prints the address."""
    host, _, port = address.rpartition(":")
    ports = range(int(port), int(port) + TRIED)
    free = next((port for port in ports if is_free(host, port)), None)
    if free is None:
        sys.exit(f"Ports {ports[0]} to {ports[-1]} are taken. Try: make serve ADDRESS={host}:9000")
    # A broken link must not end a preview: the page is shown, and the fault printed.
    serve = ["-m", "mkdocs", "serve", "--no-strict", "--dev-addr", f"{host}:{free}"]
    os.execv(sys.executable, [sys.executable, *serve])  # noqa: S606 (no shell is wanted)


def is_free(host: str, port: int) -> bool:
    try:
        socket.create_server((host, port)).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main(sys.argv[1])
