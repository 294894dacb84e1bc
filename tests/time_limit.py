"""A guard against work without end. It measures no speed: that is judged in `bench/`."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

LIMIT = 30
"""Seconds of this process's own work; what else the machine does counts nothing."""


@contextmanager
def ends() -> Iterator[None]:
    """Fails if what is done inside would go on and on."""
    begun = time.process_time()
    try:
        yield
    finally:
        assert time.process_time() - begun < LIMIT, "this goes on and on"
