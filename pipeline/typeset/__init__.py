"""Text into lines: itemise, shape, hyphenate, break. Knows faces and styles, not pages."""
