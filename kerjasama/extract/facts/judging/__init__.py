"""Acts with their parties: which of them assert a fact, and which tell the same one (codebook section 1)."""
