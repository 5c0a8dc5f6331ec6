"""Figures (codebook section 7): quantities with what they measure, for which time, real or wished."""
