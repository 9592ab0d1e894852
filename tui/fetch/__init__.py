"""Sources to bytes: addresses over HTTP, files, standard input."""
