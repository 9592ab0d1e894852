"""Measurements on real pages: not part of the default test run."""
