"""One page of several: the parts of an article, and the pages of its comments."""
