"""Tracing: which numbers a text holds, where each comes from, and whether it still says so."""
