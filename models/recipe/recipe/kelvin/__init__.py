"""Measures models with Kelvin's own command line."""
