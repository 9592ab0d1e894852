"""One module per comment system: random threads as that system would write them.

Each has a `MARKUP`. `test_properties.py` writes threads with it and reads them back.
"""
