"""Statements (codebook section 8): direct and indirect speech, and who says it."""
