"""Cooperation facts (codebook sections 1 to 5): acts, their parties, and every further slot of a fact."""
