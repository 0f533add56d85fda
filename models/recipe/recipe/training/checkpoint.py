"""The state of a training, on disk whole or not at all."""

import dataclasses
from pathlib import Path
from typing import Any

import torch

from ..files import save_whole


@dataclasses.dataclass(frozen=True)
class Checkpoint:
    """The state that the next step needs. The data's place and the rates follow from the number of steps."""

    step: int
    """Steps done."""
    seconds: float
    """Time of all sittings so far."""
    loss: float
    """The smoothed training loss in nats per token."""
    model: dict[str, Any]
    optimizers: list[dict[str, Any]]
    """The states of the optimizers, or none where they start anew."""


def save(path: Path, checkpoint: Checkpoint) -> None:
    """Writes the checkpoint in the place of an older one."""
    content = {field.name: getattr(checkpoint, field.name) for field in dataclasses.fields(checkpoint)}
    save_whole(path, lambda file: torch.save(content, file))


def load(path: Path) -> Checkpoint | None:
    """The checkpoint, or None where no sitting has saved one."""
    return Checkpoint(**torch.load(path, map_location="cpu", weights_only=True)) if path.exists() else None
