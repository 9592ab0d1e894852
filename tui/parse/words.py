"""The labels of blogs in twenty languages, as data, and how they are recognised."""
