"""YAML that an author wrote: read once, bounded, every value with its place, every slip told."""
