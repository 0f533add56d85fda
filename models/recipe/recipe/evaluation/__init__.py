"""Measurements of a model on texts and items that training did not see."""
