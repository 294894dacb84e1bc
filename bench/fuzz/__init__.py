"""Spoilt files of every kind that a contributor writes, given to the build one at a time."""
