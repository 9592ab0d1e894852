"""Rejoinder: blog pages and their comment threads in a terminal, replies drafted offline."""

__version__ = "0.1.0"
