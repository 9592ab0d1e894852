"""Pure layout: model values, folds and a width in, lines out. Knows no widget."""
