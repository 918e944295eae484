"""The command line ``ke-hoach``."""

from analysis.cli.main import main

__all__ = ["main"]
