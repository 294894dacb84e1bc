"""Settings that all tests share."""

from hypothesis import settings

# The same examples on every run, so that a red test is a fault and not chance.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")
