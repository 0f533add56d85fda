"""The course of the rates over a run."""

from ..settings import Settings

LOWEST = 0.02
"""The share of the full rate at the last step."""


def rate_factor(settings: Settings, step: int) -> float:
    """The factor of the rates at a step, counted from 0: it rises, holds, and falls in a line to the end."""
    if step < settings.warmup_steps:
        return (step + 1) / settings.warmup_steps
    left = (settings.total_steps - step) / (settings.decay_share * settings.total_steps)
    return min(1.0, max(LOWEST, left))
