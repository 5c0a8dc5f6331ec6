"""Actors (codebook section 6): printed names joined to one person or body, with kind, country and office."""
