"""Text into lines: itemise, shape, hyphenate, break. Knows faces, not pages."""
