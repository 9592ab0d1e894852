"""The linear mode: a page read by prompts, for screen readers and for terminals without cells.

A session takes a line and gives lines. It moves no cursor, draws no boxes and uses no colour;
whatever the screen shows by its place or look is said in words. The keys are those of the screen,
followed by enter, and every one has a word as well.
"""
