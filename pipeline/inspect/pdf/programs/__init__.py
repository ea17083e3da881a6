"""Font programs read as far as rules ask: which glyphs there are, how wide, by what name."""
