"""One module per comment system. Each has a `SYSTEM`, and a page in `fixtures/threads`."""
