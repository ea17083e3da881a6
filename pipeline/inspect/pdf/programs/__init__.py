"""Font programs read as far as rules ask: their glyphs, how wide, by what name."""
