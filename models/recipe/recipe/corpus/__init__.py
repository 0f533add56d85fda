"""Texts to train on: task texts made by rules, facts told plainly, and prose from a folder."""
