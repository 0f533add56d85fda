"""Figures of a run for the model's card."""
