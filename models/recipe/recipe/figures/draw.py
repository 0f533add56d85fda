"""Draws the loss curve, and the accuracies against the number of examples."""

import csv
import json
import math
from pathlib import Path
from typing import Any

from ..evaluation.measure import SHOTS
from ..files import write_whole
from ..work import Work
from .panel import COLORS, Axis, Panel, Point, document, text

_COLUMNS = 4
_PANEL_WIDTH, _PANEL_HEIGHT = 170, 90
_ACROSS, _DOWN = 230, 160


def draw(work: Work) -> list[Path]:
    """Writes `loss.svg` and, where something was evaluated, `shots.svg`. Raises ValueError before a training."""
    written = [work.folder / "loss.svg"]
    write_whole(written[0], loss_figure(_losses(work.loss_curve)).encode())
    if work.evaluation.exists():
        written.append(work.folder / "shots.svg")
        found = json.loads(work.evaluation.read_text(encoding="utf-8"))
        write_whole(written[1], shots_figure(found["accuracies"]).encode())
    return written


def _losses(path: Path) -> tuple[list[Point], list[Point]]:
    if not path.exists():
        raise ValueError(f"There is no {path}; train first.")
    with path.open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    millions = [int(line["tokens"]) / 1e6 for line in lines]
    training = [(at, float(line["loss"])) for at, line in zip(millions, lines, strict=True)]
    stories = [
        (at, float(line["story_nats_per_byte"]))
        for at, line in zip(millions, lines, strict=True)
        if line["story_nats_per_byte"]
    ]
    return training, stories


def loss_figure(losses: tuple[list[Point], list[Point]]) -> str:
    """The training loss above, the loss on unseen stories below, both against the tokens."""
    training, stories = losses
    across = Axis(_round_ticks(0, training[-1][0]), "million tokens")
    drawn: list[str] = []
    titles = ("Training loss, nats per token", "Loss on unseen stories, nats per byte")
    for place, (title, points) in enumerate(zip(titles, (training, stories), strict=True)):
        if points:
            up = Axis(_round_ticks(min(y for _, y in points), max(y for _, y in points)))
            panel = Panel(50, 40 + 210 * place, 560, 140, across, up)
            drawn += panel.frame(title) + panel.line(points, COLORS[place])
    return document(640, 450, drawn)


def shots_figure(accuracies: dict[str, dict[str, Any]]) -> str:
    """A small panel for each task: greedy accuracy and the mean probability of the right answer by examples."""
    drawn: list[str] = []
    for number, (task, by_shots) in enumerate(accuracies.items()):
        down, right = divmod(number, _COLUMNS)
        left, top = 40 + _ACROSS * right, 40 + _DOWN * down
        panel = Panel(left, top, _PANEL_WIDTH, _PANEL_HEIGHT, Axis(SHOTS, "examples"), Axis((0, 0.5, 1)))
        drawn += panel.frame(task)
        for color, measure in zip(COLORS, ("greedy", "probability"), strict=True):
            drawn += panel.line([(shots, by_shots[str(shots)][measure]) for shots in SHOTS], color)
    bottom = 20 + _DOWN * math.ceil(len(accuracies) / _COLUMNS)
    drawn.append(text(40, bottom, "greedy accuracy", color=COLORS[0]))
    drawn.append(text(160, bottom, "mean probability of the right answer", color=COLORS[1]))
    return document(_ACROSS * _COLUMNS + 40, bottom + 20, drawn)


def _round_ticks(low: float, high: float) -> list[float]:
    """Four to nine round numbers that enclose the range."""
    step = 10.0 ** math.floor(math.log10(max(high - low, 1e-9)))
    step = next(part for part in (step / 5, step / 2, step, 2 * step) if (high - low) / part <= 7)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(step * place, 10) for place in range(first, last + 1)]
