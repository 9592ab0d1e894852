"""The screen of a page: its panes, and what can be done while reading, a feature each."""
