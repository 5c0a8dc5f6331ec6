"""A sentence made ready: its clauses, its words of cooperation, and who may be a party in it."""
