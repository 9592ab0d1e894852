"""Modal screens that ask one thing."""
