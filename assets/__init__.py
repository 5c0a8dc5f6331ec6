"""Dagster assets, one module a stage: each reads tables, calls the library, writes tables."""
