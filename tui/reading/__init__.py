"""What readers do with a thread, without a screen: order, moves, read marks, queries, figures.

The screen, the linear mode and the command line all use these, so that a key, a prompt and an
option mean the same.
"""
